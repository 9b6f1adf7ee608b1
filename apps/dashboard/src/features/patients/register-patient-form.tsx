import { Button } from '@mantine/core';
import { zodResolver } from '@hookform/resolvers/zod';
import { patientDetailsSchema, type Patient, type PatientDetails } from '@courseline/contracts';
import { useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useCurrentClinic } from '../../api/current-clinic';
import { duplicatesIn, registerPatient } from '../../api/patients';
import { useDeed } from '../../api/use-deed';
import { Form, FormEnd } from '../../ui/fields/form';
import { placeProblem } from '../../ui/form-problem';
import { DuplicateWarning } from './duplicate-warning';
import { noPatientDetails, PatientFields, patientFieldNames } from './patient-fields';

interface RegisterPatientFormProps {
  readonly onRegistered: (patient: Patient) => void;
}

export function RegisterPatientForm({ onRegistered }: RegisterPatientFormProps) {
  const { slug } = useCurrentClinic();
  const form = useForm<PatientDetails>({
    resolver: zodResolver(patientDetailsSchema),
    defaultValues: noPatientDetails,
  });
  const [problem, setProblem] = useState<string | null>(null);
  const register = useDeed(
    (body: PatientDetails & { confirmDuplicate: boolean }, key) => registerPatient(slug, body, key),
    {
      refresh: ['clinic', slug],
      onDone: onRegistered,
      onError: (error) =>
        setProblem(
          duplicatesIn(error).length > 0
            ? null
            : (placeProblem(form, error, patientFieldNames) ??
                'Not registered: what is wrong stands at the field above.'),
        ),
    },
  );
  const candidates = duplicatesIn(register.error);
  const mrn = useWatch({ control: form.control, name: 'mrn' }).trim();
  // A record number belongs to one patient: registering another person under it can only fail.
  const isTaken = candidates.some((candidate) => candidate.mrn === mrn);
  const send = (confirmDuplicate: boolean) =>
    form.handleSubmit((details) => {
      setProblem(null);
      register.mutate({ ...details, confirmDuplicate });
    });
  return (
    <FormProvider {...form}>
      <Form label="Register a patient" onSubmit={(event) => void send(false)(event)}>
        <PatientFields />
        {candidates.length > 0 && (
          <DuplicateWarning
            candidates={candidates}
            takenNumber={isTaken ? mrn : null}
            action={
              isTaken ? null : (
                <Button variant="default" loading={register.isPending} onClick={() => void send(true)()}>
                  Register as another person
                </Button>
              )
            }
          />
        )}
        <FormEnd submit="Register" pending={register.isPending} problem={problem} />
      </Form>
    </FormProvider>
  );
}
