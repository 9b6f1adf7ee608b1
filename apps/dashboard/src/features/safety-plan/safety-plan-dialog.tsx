import { Button } from '@mantine/core';
import {
  safetyPlanChangeSchema,
  safetyPlanHeadings,
  safetyPlanParts,
  type SafetyPlanChange,
  type SafetyPlanPart,
  type SafetyPlanRevision,
} from '@courseline/contracts';
import { useState, type SubmitEvent } from 'react';
import { useCurrentClinic } from '../../api/current-clinic';
import { safetyPlanQuery, writeSafetyPlan } from '../../api/safety-plans';
import { useDeed } from '../../api/use-deed';
import { Callout } from '../../ui/callout';
import { Dialog } from '../../ui/dialog';
import { describeFailure } from '../../ui/failure-words';
import { DateField } from '../../ui/fields/date-field';
import { TextAreaField } from '../../ui/fields/text-field';
import { useFormat } from '../../ui/format-context';
import { daysAfter } from '../../ui/period';
import styles from './safety-plan.module.css';

interface SafetyPlanDialogProps {
  readonly patientId: string;
  readonly version: number;
  readonly current: SafetyPlanRevision | null;
  readonly onClose: () => void;
}

const reviewDays = 90;

/** The plan as it is written down or looked at again together: either way a version of its own. */
export function SafetyPlanDialog({ patientId, version, current, onClose }: SafetyPlanDialogProps) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const [parts, setParts] = useState<Readonly<Record<SafetyPlanPart, string>>>(() => ({
    warningSigns: current?.warningSigns ?? '',
    whatHelps: current?.whatHelps ?? '',
    people: current?.people ?? '',
    professionals: current?.professionals ?? '',
    safePlace: current?.safePlace ?? '',
    reasonsToLive: current?.reasonsToLive ?? '',
  }));
  const [reviewOn, setReviewOn] = useState(() => daysAfter(format.today(), reviewDays));
  const [problem, setProblem] = useState<{ readonly field: string; readonly words: string } | null>(null);
  const deed = useDeed(
    (body: SafetyPlanChange, key) => writeSafetyPlan(slug, patientId, version, body, key),
    { refresh: safetyPlanQuery(slug, patientId).queryKey, onDone: onClose },
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const written = Object.fromEntries(
      safetyPlanParts.map((part) => [part, parts[part].trim() === '' ? null : parts[part]]),
    );
    const checked = safetyPlanChangeSchema.safeParse({ ...written, reviewOn });
    const [issue] = checked.success ? [] : checked.error.issues;
    const isEarly = reviewOn < format.today();
    setProblem(
      issue !== undefined
        ? { field: String(issue.path[0]), words: issue.message }
        : isEarly
          ? { field: 'reviewOn', words: 'Choose today or a later day.' }
          : null,
    );
    if (checked.success && !isEarly) deed.mutate(checked.data);
  };
  const errorOf = (field: string) => (problem?.field === field ? problem.words : undefined);
  const failure = deed.error === null ? null : describeFailure(deed.error);
  return (
    <Dialog opened onClose={onClose} title="Safety plan" size="lg">
      <p>Write down what the patient says, in their words. They read it on their own page.</p>
      <form className={styles['form']} onSubmit={submit} noValidate>
        {safetyPlanParts.map((part) => (
          <TextAreaField
            key={part}
            label={safetyPlanHeadings[part]}
            rows={2}
            maxLength={4000}
            value={parts[part]}
            error={errorOf(part)}
            onChange={(event) => {
              const text = event.currentTarget.value;
              setParts((before) => ({ ...before, [part]: text }));
            }}
          />
        ))}
        <DateField
          label="To be reviewed by"
          value={reviewOn}
          min={format.today()}
          error={errorOf('reviewOn')}
          onChange={(event) => setReviewOn(event.currentTarget.value)}
        />
        {failure !== null && (
          <Callout tone="attention" live>
            {failure.title} {failure.advice}
          </Callout>
        )}
        <div>
          <Button type="submit" loading={deed.isPending}>
            {current === null ? 'Keep the plan' : 'Keep as reviewed today'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
