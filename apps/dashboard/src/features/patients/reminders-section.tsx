import type { CheckInLink, Reminder, ReminderChannel, Reminders } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCurrentClinic, useHasRole } from '../../api/current-clinic';
import { chooseReminders, makeCheckInLink, remindersQuery, sendCheckInLetter } from '../../api/reminders';
import { Callout } from '../../ui/callout';
import { CopyText } from '../../ui/copy-text';
import { describeFailure } from '../../ui/failure-words';
import { Choice } from '../../ui/fields/choice';
import { useFormat } from '../../ui/format-context';
import { Loaded } from '../../ui/loaded';
import { Section } from '../../ui/page';
import { LinesSkeleton } from '../../ui/skeletons';
import { reminderWords, remindsWords } from './reminder-words';
import styles from './patients.module.css';

/** Links that open the questions of the day without a password: what was sent, and sending one now. */
export function RemindersSection({ patientId }: { readonly patientId: string }) {
  const { slug } = useCurrentClinic();
  const treats = useHasRole('nurse', 'clinician');
  const query = useQuery(remindersQuery(slug, patientId));
  return (
    <Section title="Check-in links">
      <Loaded query={query} skeleton={<LinesSkeleton lines={3} />}>
        {(reminders) => (
          <div className={styles['stack']}>
            <p>{remindsWords(reminders)}</p>
            {treats && reminders.canBeSent && <Deeds patientId={patientId} reminders={reminders} />}
            <Sent reminders={reminders.reminders} />
          </div>
        )}
      </Loaded>
    </Section>
  );
}

interface DeedsProps {
  readonly patientId: string;
  readonly reminders: Reminders;
}

function Deeds({ patientId, reminders }: DeedsProps) {
  const { slug } = useCurrentClinic();
  const client = useQueryClient();
  const [link, setLink] = useState<CheckInLink | null>(null);
  const take = (answer: Reminders) => client.setQueryData(remindersQuery(slug, patientId).queryKey, answer);
  const send = useMutation({ mutationFn: () => sendCheckInLetter(slug, patientId), onSuccess: take });
  const make = useMutation({ mutationFn: () => makeCheckInLink(slug, patientId), onSuccess: setLink });
  const choose = useMutation({
    mutationFn: (channel: ReminderChannel) => chooseReminders(slug, patientId, channel),
    onSuccess: take,
  });
  const failed = send.error ?? make.error ?? choose.error;
  return (
    <>
      <Choice
        label="Reminders"
        options={[
          { value: 'email', label: 'by email' },
          { value: 'sms', label: 'by text message' },
          { value: 'none', label: 'none' },
        ]}
        value={choose.isPending ? choose.variables : reminders.channel}
        disabled={choose.isPending}
        onChange={(channel) => choose.mutate(channel)}
      />
      <div className={styles['deeds']}>
        {reminders.messagesConsent !== 'missing' && (
          <Button variant="default" loading={send.isPending} onClick={() => send.mutate()}>
            Send a check-in link
          </Button>
        )}
        <Button variant="subtle" loading={make.isPending} onClick={() => make.mutate()}>
          Show one here
        </Button>
      </div>
      {failed !== null && (
        <Callout tone="attention" live>
          {describeFailure(failed).title} {describeFailure(failed).advice}
        </Callout>
      )}
      {link !== null && <ShownLink link={link} />}
    </>
  );
}

function ShownLink({ link }: { readonly link: CheckInLink }) {
  const format = useFormat();
  return (
    <Callout tone="note" live>
      <div className={styles['stack']}>
        <p>
          For the patient alone, shown this once. It works one time, until {format.moment(link.expiresAt)};
          links from before no longer do. Opening it here would sign you out.
        </p>
        <CopyText label="Link" text={link.url} />
      </div>
    </Callout>
  );
}

function Sent({ reminders }: { readonly reminders: readonly Reminder[] }) {
  const format = useFormat();
  if (reminders.length === 0) return <p className={styles['soft']}>Nothing was sent yet.</p>;
  return (
    <ul className={styles['people']} aria-label="Sent links">
      {reminders.map((reminder) => (
        <li key={reminder.id} className={styles['person']}>
          <span>{reminderWords(reminder, format)}</span>
          <span className={styles['soft']}>
            {reminder.askedBy === null ? 'by the plan' : (reminder.askedBy.name ?? 'by staff')}
          </span>
        </li>
      ))}
    </ul>
  );
}
