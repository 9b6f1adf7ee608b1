import { zodResolver } from '@hookform/resolvers/zod';
import { rescheduleSessionSchema, type RescheduleSession, type SessionPlan } from '@courseline/contracts';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useCurrentClinic } from '../../api/current-clinic';
import { rescheduleSession } from '../../api/session-plans';
import { useDeed } from '../../api/use-deed';
import { Dialog } from '../../ui/dialog';
import { DateField, TimeField } from '../../ui/fields/date-field';
import { FieldRow, Form, FormEnd } from '../../ui/fields/form';
import { TextField } from '../../ui/fields/text-field';
import { useFormat } from '../../ui/format-context';
import { placeProblem } from '../../ui/form-problem';
import { clockTime } from './clock-time';

interface RescheduleDialogProps {
  readonly session: SessionPlan;
  readonly onClose: () => void;
}

/** Another day or time for a session; one that was cancelled or missed is planned again by it. */
export function RescheduleDialog({ session, onClose }: RescheduleDialogProps) {
  return (
    <Dialog
      opened
      onClose={onClose}
      title={session.state === 'planned' ? 'Move the session' : 'Plan the session again'}
    >
      <RescheduleForm session={session} onDone={onClose} />
    </Dialog>
  );
}

function RescheduleForm({ session, onDone }: { readonly session: SessionPlan; readonly onDone: () => void }) {
  const { slug } = useCurrentClinic();
  const { timeZone } = useFormat();
  const form = useForm<RescheduleSession>({
    resolver: zodResolver(rescheduleSessionSchema),
    defaultValues: {
      day: session.onDate,
      time: session.plannedAt === null ? '09:00' : clockTime(session.plannedAt, timeZone),
      reason: '',
    },
  });
  const [problem, setProblem] = useState<string | null>(null);
  const reschedule = useDeed((body: RescheduleSession, key) => rescheduleSession(slug, session, body, key), {
    refresh: ['clinic', slug, 'patient', session.patientId],
    onDone,
    onError: (error) => setProblem(placeProblem(form, error, ['day', 'time', 'reason'])),
  });
  const { errors } = form.formState;
  return (
    <Form
      label="Move the session"
      onSubmit={(event) =>
        void form.handleSubmit((body) => {
          setProblem(null);
          reschedule.mutate(body);
        })(event)
      }
    >
      <FieldRow>
        <DateField label="Day" {...form.register('day')} error={errors.day?.message} />
        <TimeField label="Time" {...form.register('time')} error={errors.time?.message} />
      </FieldRow>
      <TextField
        label="Reason"
        hint="Such as: the patient asked, unwell, no room."
        {...form.register('reason')}
        error={errors.reason?.message}
      />
      <FormEnd
        submit={session.state === 'planned' ? 'Move' : 'Plan again'}
        pending={reschedule.isPending}
        problem={problem}
      />
    </Form>
  );
}
