import { zodResolver } from '@hookform/resolvers/zod';
import { Button, CopyButton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  givePatientAccessSchema,
  type GivePatientAccess,
  type IssuedLink,
  type Patient,
  type PatientAccess,
} from '@courseline/contracts';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useCurrentClinic, useHasRole } from '../../api/current-clinic';
import { givePatientAccess, patientAccessQuery, withdrawPatientAccess } from '../../api/patient-access';
import { Callout } from '../../ui/callout';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { Form, FormEnd } from '../../ui/fields/form';
import { TextField } from '../../ui/fields/text-field';
import { useFormat, type Format } from '../../ui/format-context';
import { placeProblem } from '../../ui/form-problem';
import { Loaded } from '../../ui/loaded';
import { Section } from '../../ui/page';
import { LinesSkeleton } from '../../ui/skeletons';
import styles from './patients.module.css';

/** Whether the patient can sign in and answer from home; a link is made for it, by which they choose a password. */
export function PatientAccessSection({ patient }: { readonly patient: Patient }) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const treats = useHasRole('nurse', 'clinician');
  const query = useQuery(patientAccessQuery(slug, patient.id));
  const [issued, setIssued] = useState<IssuedLink | null>(null);
  return (
    <Section title="The patient’s own access">
      <Loaded query={query} skeleton={<LinesSkeleton lines={2} />}>
        {(access) => (
          <div className={styles['stack']}>
            <p>{accessWords(access, format)}</p>
            {issued !== null && <LinkToHandOver link={issued} />}
            {treats && access.state !== 'active' && (
              <InvitationForm
                patient={patient}
                address={access.email ?? patient.email ?? ''}
                again={access.state === 'invited'}
                onIssued={setIssued}
              />
            )}
            {treats && (access.state === 'active' || access.state === 'invited') && (
              <Withdraw patientId={patient.id} />
            )}
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function accessWords(access: PatientAccess, format: Format): string {
  switch (access.state) {
    case 'none':
      return 'The patient has no access yet. With it, they see their own scores and answer questions from home.';
    case 'withdrawn':
      return 'The access was withdrawn.';
    case 'active':
      return `Signs in with ${access.email ?? 'an unknown address'}.`;
    case 'invited':
      return access.linkExpiresAt === null
        ? 'Invited; the link is too old. Make a new one.'
        : `Invited; the link works until ${format.nearMoment(access.linkExpiresAt)}.`;
  }
}

const mailWords: Readonly<Record<IssuedLink['mail'], string>> = {
  sent: 'It was also sent by email.',
  failed: 'The email could not be sent: hand the link over yourself.',
  'not-configured': 'This server sends no email: hand the link over yourself.',
};

function LinkToHandOver({ link }: { readonly link: IssuedLink }) {
  return (
    <Callout tone="note" live>
      <div className={styles['stack']}>
        <p>The link, shown this once. {mailWords[link.mail]} It works one time.</p>
        <p className={styles['link']}>{link.url}</p>
        <CopyButton value={link.url}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy the link'}
            </Button>
          )}
        </CopyButton>
      </div>
    </Callout>
  );
}

interface InvitationFormProps {
  readonly patient: Patient;
  readonly address: string;
  readonly again: boolean;
  readonly onIssued: (link: IssuedLink) => void;
}

function InvitationForm({ patient, address, again, onIssued }: InvitationFormProps) {
  const { slug } = useCurrentClinic();
  const client = useQueryClient();
  const form = useForm<GivePatientAccess>({
    resolver: zodResolver(givePatientAccessSchema),
    defaultValues: { email: address },
  });
  const [problem, setProblem] = useState<string | null>(null);
  const give = useMutation({
    mutationFn: (body: GivePatientAccess) => givePatientAccess(slug, patient.id, body),
    onSuccess: ({ access, link }) => {
      client.setQueryData(patientAccessQuery(slug, patient.id).queryKey, access);
      onIssued(link);
    },
    onError: (error) => setProblem(placeProblem(form, error, ['email'])),
  });
  return (
    <Form
      label="Give access"
      onSubmit={(event) =>
        void form.handleSubmit((body) => {
          setProblem(null);
          give.mutate(body);
        })(event)
      }
    >
      <TextField
        type="email"
        label="Email address the patient will sign in with"
        autoComplete="off"
        {...form.register('email')}
        error={form.formState.errors.email?.message}
      />
      <FormEnd
        submit={again ? 'Make a new link' : 'Give access'}
        pending={give.isPending}
        problem={problem}
      />
    </Form>
  );
}

function Withdraw({ patientId }: { readonly patientId: string }) {
  const { slug } = useCurrentClinic();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const withdraw = useMutation({
    mutationFn: () => withdrawPatientAccess(slug, patientId),
    onSuccess: (access) => {
      client.setQueryData(patientAccessQuery(slug, patientId).queryKey, access);
      setAsking(false);
    },
  });
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        Withdraw access
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="Withdraw the patient’s access?"
        consequence="They are signed out of this clinic and cannot answer from home. What they answered stays. You can give access again."
        confirm="Withdraw"
        pending={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => withdraw.mutate()}
      />
    </>
  );
}
