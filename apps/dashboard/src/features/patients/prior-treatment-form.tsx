import {
  addPriorTreatmentSchema,
  amendPriorTreatmentSchema,
  type AddPriorTreatment,
  type AmendPriorTreatment,
  type PriorTreatment,
} from '@courseline/contracts';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useCurrentClinic } from '../../api/current-clinic';
import { addPriorTreatment, amendPriorTreatment } from '../../api/prior-treatments';
import { useDeed } from '../../api/use-deed';
import { Form, FormEnd } from '../../ui/fields/form';
import { TextField } from '../../ui/fields/text-field';
import { placeProblem } from '../../ui/form-problem';
import { PriorTreatmentFields } from './prior-treatment-fields';

const names = [
  'kind',
  'name',
  'highestDose',
  'weeksAtDose',
  'adherence',
  'outcome',
  'episode',
  'stopReason',
  'note',
  'adequate',
] as const;

const empty: AddPriorTreatment = {
  kind: 'antidepressant',
  name: '',
  highestDose: null,
  weeksAtDose: null,
  adherence: 'unknown',
  outcome: 'unknown',
  episode: 'current',
  stopReason: null,
  note: null,
  adequate: 'by-rule',
};

interface FormProps {
  readonly onDone: () => void;
}

export function AddPriorTreatmentForm({ patientId, onDone }: FormProps & { readonly patientId: string }) {
  const { slug } = useCurrentClinic();
  const form = useForm<AddPriorTreatment>({
    resolver: zodResolver(addPriorTreatmentSchema),
    defaultValues: empty,
  });
  const [problem, setProblem] = useState<string | null>(null);
  const add = useDeed((body: AddPriorTreatment, key) => addPriorTreatment(slug, patientId, body, key), {
    refresh: ['clinic', slug, 'patient', patientId],
    onDone,
    onError: (error) => setProblem(placeProblem(form, error, names)),
  });
  return (
    <FormProvider {...form}>
      <Form
        label="Add a treatment tried before"
        onSubmit={(event) => void form.handleSubmit((body) => add.mutate(body))(event)}
      >
        <PriorTreatmentFields />
        <FormEnd submit="Add" pending={add.isPending} problem={problem} />
      </Form>
    </FormProvider>
  );
}

export function AmendPriorTreatmentForm({
  priorTreatment,
  onDone,
}: FormProps & { readonly priorTreatment: PriorTreatment }) {
  const { slug } = useCurrentClinic();
  const { id, patientId, version, kind, name, highestDose, weeksAtDose, adherence } = priorTreatment;
  const { outcome, episode, stopReason, note, adequate, adequacyRule } = priorTreatment;
  const form = useForm<AmendPriorTreatment>({
    resolver: zodResolver(amendPriorTreatmentSchema),
    defaultValues: {
      ...{ kind, name, highestDose, weeksAtDose, adherence, outcome, episode, stopReason, note },
      adequate: adequacyRule === null && kind === 'antidepressant' ? adequate : 'by-rule',
      reason: '',
    },
  });
  const [problem, setProblem] = useState<string | null>(null);
  const amend = useDeed(
    (body: AmendPriorTreatment, key) => amendPriorTreatment(slug, id, version, body, key),
    {
      refresh: ['clinic', slug, 'patient', patientId],
      onDone,
      onError: (error) => setProblem(placeProblem(form, error, [...names, 'reason'])),
    },
  );
  return (
    <FormProvider {...form}>
      <Form
        label="Amend the treatment"
        onSubmit={(event) => void form.handleSubmit((body) => amend.mutate(body))(event)}
      >
        <PriorTreatmentFields />
        <TextField
          label="Reason for the change"
          hint="Stays in the history with your name."
          {...form.register('reason')}
          error={form.formState.errors.reason?.message}
        />
        <FormEnd submit="Save" pending={amend.isPending} problem={problem} />
      </Form>
    </FormProvider>
  );
}
