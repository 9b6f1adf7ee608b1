import type { SessionPlan } from '@courseline/contracts';
import { lazy, Suspense, useState } from 'react';
import { useCurrentClinic } from '../../api/current-clinic';
import { cancelSession, missSession } from '../../api/session-plans';
import { useDeed } from '../../api/use-deed';
import { DisclosureMenu, MenuButton } from '../../ui/disclosure-menu';
import { useFormat } from '../../ui/format-context';
import { ReasonDialog } from '../../ui/reason-dialog';

const RescheduleDialog = lazy(async () => ({
  default: (await import('./reschedule-dialog')).RescheduleDialog,
}));

interface SessionDeedsProps {
  readonly session: SessionPlan;
}

/** What can be done with a session that is not signed. */
export function SessionDeeds({ session }: SessionDeedsProps) {
  const format = useFormat();
  const [open, setOpen] = useState<'move' | 'cancel' | 'miss' | null>(null);
  const close = () => setOpen(null);
  const day = format.dayShort(session.onDate);
  const isPlanned = session.state === 'planned';
  return (
    <>
      <DisclosureMenu label="Change" name={`Change the session of ${day}`}>
        <MenuButton onPress={() => setOpen('move')}>{isPlanned ? 'Move' : 'Plan again'}</MenuButton>
        {session.state !== 'cancelled' && <MenuButton onPress={() => setOpen('cancel')}>Cancel</MenuButton>}
        {session.state !== 'no-show' && session.onDate <= format.today() && (
          <MenuButton onPress={() => setOpen('miss')}>Did not come</MenuButton>
        )}
      </DisclosureMenu>
      <Suspense>{open === 'move' && <RescheduleDialog session={session} onClose={close} />}</Suspense>
      {open === 'cancel' && <CancelDialog session={session} day={day} onClose={close} />}
      {open === 'miss' && <MissDialog session={session} day={day} onClose={close} />}
    </>
  );
}

interface DeedDialogProps {
  readonly session: SessionPlan;
  readonly day: string;
  readonly onClose: () => void;
}

function CancelDialog({ session, day, onClose }: DeedDialogProps) {
  const { slug } = useCurrentClinic();
  const cancel = useDeed((reason: string, key) => cancelSession(slug, session, { reason }, key), {
    refresh: ['clinic', slug, 'patient', session.patientId],
    onDone: onClose,
  });
  return (
    <ReasonDialog
      opened
      onClose={onClose}
      title={`Cancel the session of ${day}?`}
      consequence="It stays in the list as cancelled, and can be planned again."
      confirm="Cancel the session"
      suggestions={['The patient asked', 'Unwell', 'Blood pressure too high', 'The clinic is closed']}
      pending={cancel.isPending}
      error={cancel.error}
      onConfirm={(reason) => cancel.mutate(reason)}
    />
  );
}

function MissDialog({ session, day, onClose }: DeedDialogProps) {
  const { slug } = useCurrentClinic();
  const miss = useDeed((reason: string, key) => missSession(slug, session, { reason }, key), {
    refresh: ['clinic', slug, 'patient', session.patientId],
    onDone: onClose,
  });
  return (
    <ReasonDialog
      opened
      onClose={onClose}
      title={`Did the patient not come on ${day}?`}
      consequence="The session is kept as missed, and can be planned again."
      confirm="Did not come"
      suggestions={['Not reached', 'Forgot', 'Unwell']}
      pending={miss.isPending}
      error={miss.error}
      onConfirm={(reason) => miss.mutate(reason)}
    />
  );
}
