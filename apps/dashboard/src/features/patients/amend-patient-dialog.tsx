import { zodResolver } from '@hookform/resolvers/zod';
import { amendPatientSchema, type AmendPatient, type Patient } from '@courseline/contracts';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useCurrentClinic } from '../../api/current-clinic';
import { amendPatient } from '../../api/patients';
import { useDeed } from '../../api/use-deed';
import { Dialog } from '../../ui/dialog';
import { Form, FormEnd } from '../../ui/fields/form';
import { TextField } from '../../ui/fields/text-field';
import { placeProblem } from '../../ui/form-problem';
import { PatientFields, patientFieldNames } from './patient-fields';

interface AmendPatientDialogProps {
  readonly patient: Patient;
  readonly onClose: () => void;
}

export function AmendPatientDialog({ patient, onClose }: AmendPatientDialogProps) {
  return (
    <Dialog opened onClose={onClose} title="Amend the details" size="lg">
      <AmendPatientForm patient={patient} onDone={onClose} />
    </Dialog>
  );
}

function AmendPatientForm({ patient, onDone }: { readonly patient: Patient; readonly onDone: () => void }) {
  const { slug } = useCurrentClinic();
  const { mrn, familyName, givenName, birthDate, sex, phone, email, indications } = patient;
  const { allergies, contraindications } = patient;
  const form = useForm<AmendPatient>({
    resolver: zodResolver(amendPatientSchema),
    defaultValues: {
      ...{ mrn, familyName, givenName, birthDate, sex, phone, email, indications },
      ...{ allergies, contraindications, reason: '' },
    },
  });
  const [problem, setProblem] = useState<string | null>(null);
  const amend = useDeed(
    (body: AmendPatient, key) => amendPatient(slug, patient.id, patient.version, body, key),
    {
      refresh: ['clinic', slug],
      onDone,
      onError: (error) => setProblem(placeProblem(form, error, [...patientFieldNames, 'reason'])),
    },
  );
  return (
    <FormProvider {...form}>
      <Form
        label="Amend the details"
        onSubmit={(event) =>
          void form.handleSubmit((body) => {
            setProblem(null);
            amend.mutate(body);
          })(event)
        }
      >
        <PatientFields />
        <TextField
          label="Reason"
          hint="Stays in the history with your name."
          {...form.register('reason')}
          error={form.formState.errors.reason?.message}
        />
        <FormEnd submit="Save" pending={amend.isPending} problem={problem} />
      </Form>
    </FormProvider>
  );
}
