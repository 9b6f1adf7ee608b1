import { zodResolver } from '@hookform/resolvers/zod';
import {
  phases,
  planSessionsSchema,
  type Course,
  type PlanSessions,
  type SessionPlan,
} from '@courseline/contracts';
import { seriesDays } from '@courseline/treatment';
import { useState } from 'react';
import { Controller, useForm, useWatch, type Control } from 'react-hook-form';
import { useCurrentClinic } from '../../api/current-clinic';
import { planSessions } from '../../api/session-plans';
import { useDeed } from '../../api/use-deed';
import { phaseWords } from '../../messages/clinical-words';
import { intervalOptions, intervalWords } from '../../messages/plan-words';
import { Dialog } from '../../ui/dialog';
import { Choices } from '../../ui/fields/choice';
import { DateField, TimeField } from '../../ui/fields/date-field';
import { FieldRow, Form, FormEnd } from '../../ui/fields/form';
import { NumberField } from '../../ui/fields/number-field';
import { parseNumber } from '../../ui/fields/parse-number';
import { SelectField } from '../../ui/fields/select-field';
import { useFormat } from '../../ui/format-context';
import { placeProblem } from '../../ui/form-problem';
import { firstPlan, weekdayOptions } from './first-plan';
import styles from './planning.module.css';

const phaseOptions = phases.map((value) => ({ value, label: phaseWords[value] }));
const names = ['phase', 'count', 'intervalDays', 'firstDay', 'time', 'closedWeekdays'] as const;

interface PlanSessionsDialogProps {
  readonly course: Course;
  /** The sessions the course has already. */
  readonly sessions: readonly SessionPlan[];
  readonly onClose: () => void;
}

export function PlanSessionsDialog({ course, sessions, onClose }: PlanSessionsDialogProps) {
  return (
    <Dialog opened onClose={onClose} title="Plan sessions" size="lg">
      <PlanSessionsForm course={course} sessions={sessions} onClose={onClose} />
    </Dialog>
  );
}

function PlanSessionsForm({ course, sessions, onClose }: PlanSessionsDialogProps) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const form = useForm<PlanSessions>({
    resolver: zodResolver(planSessionsSchema),
    defaultValues: firstPlan({ course, sessions, today: format.today(), timeZone: format.timeZone }),
  });
  const [problem, setProblem] = useState<string | null>(null);
  const plan = useDeed((body: PlanSessions, key) => planSessions(slug, course.id, body, key), {
    refresh: ['clinic', slug, 'patient', course.patientId],
    onDone: onClose,
    onError: (error) => setProblem(placeProblem(form, error, names)),
  });
  const { errors } = form.formState;
  const interval = form.getValues('intervalDays');
  return (
    <Form
      label="Plan sessions"
      onSubmit={(event) =>
        void form.handleSubmit((body) => {
          setProblem(null);
          plan.mutate(body);
        })(event)
      }
    >
      <div className={styles['series']}>
        <SelectField label="Phase" options={phaseOptions} {...form.register('phase')} />
        <NumberField
          whole
          label="Sessions"
          {...form.register('count', { setValueAs: parseNumber })}
          error={errors.count?.message}
        />
        <SelectField
          label="How often"
          options={
            intervalOptions.some((option) => option.value === String(interval))
              ? intervalOptions
              : [...intervalOptions, { value: String(interval), label: intervalWords(interval) }]
          }
          {...form.register('intervalDays', { setValueAs: parseNumber })}
          error={errors.intervalDays?.message}
        />
      </div>
      <FieldRow>
        <DateField label="First session" {...form.register('firstDay')} error={errors.firstDay?.message} />
        <TimeField label="Time, the same for all" {...form.register('time')} error={errors.time?.message} />
      </FieldRow>
      <Controller
        control={form.control}
        name="closedWeekdays"
        render={({ field }) => (
          <Choices
            label="Closed on"
            hint="A session that falls on such a day is planned for the next open one."
            options={weekdayOptions(format.locale)}
            values={field.value.map(String)}
            onChange={(values) => field.onChange(values.map(Number))}
            error={errors.closedWeekdays?.message}
          />
        )}
      />
      <Preview control={form.control} />
      <FormEnd submit="Plan these sessions" pending={plan.isPending} problem={problem} />
    </Form>
  );
}

function Preview({ control }: { readonly control: Control<PlanSessions> }) {
  const format = useFormat();
  const values = useWatch({ control });
  const parsed = planSessionsSchema.safeParse(values);
  if (!parsed.success) return <p className={styles['soft']}>The days will stand here.</p>;
  return (
    <div role="status">
      <p className={styles['soft']}>The days:</p>
      <ol className={styles['days']} aria-label="Days">
        {seriesDays(parsed.data).map((day) => (
          <li key={day}>{format.dayShort(day)}</li>
        ))}
      </ol>
    </div>
  );
}
