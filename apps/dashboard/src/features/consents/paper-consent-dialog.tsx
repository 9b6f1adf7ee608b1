import { paperConsentSchema, type PaperConsent, type PatientConsent } from '@courseline/contracts';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { recordPaperConsent } from '../../api/consents';
import { useCurrentClinic } from '../../api/current-clinic';
import { useDeed } from '../../api/use-deed';
import { Dialog } from '../../ui/dialog';
import { DateField } from '../../ui/fields/date-field';
import { Form, FormEnd } from '../../ui/fields/form';
import { TextField } from '../../ui/fields/text-field';
import { useFormat } from '../../ui/format-context';
import { placeProblem } from '../../ui/form-problem';
import { formResolver } from '../../ui/form-resolver';
import { scopeWords } from './consent-words';

interface PaperConsentDialogProps {
  readonly patientId: string;
  readonly consent: PatientConsent;
  readonly onClose: () => void;
}

/** A signature that came on paper: whose, and of which day. */
export function PaperConsentDialog({ patientId, consent, onClose }: PaperConsentDialogProps) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const [problem, setProblem] = useState<string | null>(null);
  const { scope, text, version } = consent;
  const form = useForm<PaperConsent>({
    resolver: formResolver(paperConsentSchema),
    defaultValues: { scope, textVersion: text?.version ?? 1, signedName: '', signedOn: format.today() },
  });
  const record = useDeed(
    (body: PaperConsent, key) => recordPaperConsent({ clinic: slug, patient: patientId, version }, body, key),
    {
      refresh: ['clinic', slug, 'patient', patientId],
      onDone: onClose,
      onError: (error) => setProblem(placeProblem(form, error, ['signedName', 'signedOn'])),
    },
  );
  const { errors } = form.formState;
  return (
    <Dialog opened onClose={onClose} title={`${scopeWords[scope]}: signed on paper`}>
      <p>
        “{text?.title}”, version {text?.version}. Keep the paper: this says that you have it, with your name.
      </p>
      <Form
        label="Signed on paper"
        onSubmit={(event) => void form.handleSubmit((body) => record.mutate(body))(event)}
      >
        <TextField
          label="Name under the paper"
          autoComplete="off"
          {...form.register('signedName')}
          error={errors.signedName?.message}
        />
        <DateField label="Day on the paper" {...form.register('signedOn')} error={errors.signedOn?.message} />
        <FormEnd submit="Record" pending={record.isPending} problem={problem} />
      </Form>
    </Dialog>
  );
}
