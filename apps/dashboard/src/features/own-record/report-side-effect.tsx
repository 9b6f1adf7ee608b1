import { Button } from '@mantine/core';
import type { NewOwnSideEffect } from '@courseline/contracts';
import { sideEffectTerms } from '@courseline/treatment';
import { useState, type SyntheticEvent } from 'react';
import { useCurrentClinic } from '../../api/current-clinic';
import { ownOverviewKey, reportOwnSideEffect } from '../../api/own-record';
import { useDeed } from '../../api/use-deed';
import { describeFailure } from '../../ui/failure-words';
import { Choice } from '../../ui/fields/choice';
import { SelectField } from '../../ui/fields/select-field';
import styles from './own-record.module.css';

interface ReportSideEffectProps {
  readonly sessionId: string;
  /** Codes that are noted already. */
  readonly noted: readonly string[];
  readonly onClose: () => void;
}

const severities = [
  { value: '1', label: 'Mild' },
  { value: '2', label: 'Moderate' },
  { value: '3', label: 'Severe' },
] as const;
const durations = [
  { value: '15', label: 'Under half an hour' },
  { value: '60', label: 'About an hour' },
  { value: '240', label: 'Some hours' },
  { value: '1440', label: 'A day or longer' },
] as const;

type SeverityChoice = (typeof severities)[number]['value'];
type DurationChoice = (typeof durations)[number]['value'];

/** One thing a patient noticed after a session. */
export function ReportSideEffect({ sessionId, noted, onClose }: ReportSideEffectProps) {
  const { slug } = useCurrentClinic();
  const [code, setCode] = useState('');
  const [severity, setSeverity] = useState<SeverityChoice | null>(null);
  const [duration, setDuration] = useState<DurationChoice | null>(null);
  const report = useDeed((body: NewOwnSideEffect, key: string) => reportOwnSideEffect(slug, body, key), {
    refresh: ownOverviewKey(slug),
    onDone: onClose,
  });
  const terms = sideEffectTerms.filter((term) => term.patientWording !== null && !noted.includes(term.code));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (code === '' || severity === null) return;
    report.mutate({
      sessionId,
      code,
      severity: Number(severity),
      durationMinutes: duration === null ? null : Number(duration),
      note: null,
    });
  };
  return (
    <form className={styles['report']} onSubmit={submit} aria-label="Add something you noticed">
      <SelectField
        label="What did you notice?"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        options={[
          { value: '', label: 'Choose' },
          ...terms.map((term) => ({ value: term.code, label: term.patientWording ?? term.label })),
        ]}
      />
      <Choice label="How strong was it?" options={severities} value={severity} onChange={setSeverity} />
      <Choice label="How long did it last?" options={durations} value={duration} onChange={setDuration} />
      {report.isError && <p role="alert">! {describeFailure(report.error).title}</p>}
      <p className={styles['quiet']}>
        If it is severe or still going on, call the clinic. Answers here are not watched in real time.
      </p>
      <div className={styles['buttons']}>
        <Button type="submit" loading={report.isPending} disabled={code === '' || severity === null}>
          Save
        </Button>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
