import { Button } from '@mantine/core';
import type { NewOwnSideEffect } from '@courseline/contracts';
import { sideEffectTerms } from '@courseline/treatment';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useMessages } from '../../messages/patient-messages';
import { noticedName } from '../../messages/noticed-name';
import { Choice } from '../../ui/fields/choice';
import { SelectField } from '../../ui/fields/select-field';
import { describeFailure } from '../../ui/failure-words';
import styles from './own-record.module.css';

interface ReportSideEffectProps {
  readonly sessionId: string;
  /** Codes that are noted already. */
  readonly noted: readonly string[];
  /** Keeps or sends it; a refusal is shown here. */
  readonly onReport: (report: NewOwnSideEffect) => Promise<unknown>;
  readonly onClose: () => void;
}

const severities = ['mild', 'moderate', 'severe'] as const;
/** In minutes. */
const durations = { minutes: 15, hour: 60, hours: 240, day: 1440 } as const;
const durationNames = ['minutes', 'hour', 'hours', 'day'] as const;

/** One thing a patient noticed after a session. */
export function ReportSideEffect({ sessionId, noted, onReport, onClose }: ReportSideEffectProps) {
  const { t } = useMessages();
  const [code, setCode] = useState('');
  const [severity, setSeverity] = useState<(typeof severities)[number] | null>(null);
  const [duration, setDuration] = useState<keyof typeof durations | null>(null);
  const report = useMutation({ mutationFn: onReport, onSuccess: onClose });
  const terms = sideEffectTerms.filter((term) => term.patientWording !== null && !noted.includes(term.code));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (code === '' || severity === null) return;
    report.mutate({
      sessionId,
      code,
      severity: severities.indexOf(severity) + 1,
      durationMinutes: duration === null ? null : durations[duration],
      note: null,
    });
  };
  return (
    <form className={styles['report']} onSubmit={submit} aria-label={t('sideEffects.add')}>
      <SelectField
        label={t('sideEffects.which')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        options={[
          { value: '', label: t('sideEffects.choose') },
          ...terms.map((term) => ({ value: term.code, label: noticedName(t, term.code) })),
        ]}
      />
      <Choice
        label={t('sideEffects.strength')}
        options={severities.map((value) => ({ value, label: t(`sideEffects.severity.${value}`) }))}
        value={severity}
        onChange={setSeverity}
      />
      <Choice
        label={t('sideEffects.duration')}
        options={durationNames.map((value) => ({ value, label: t(`sideEffects.lasting.${value}`) }))}
        value={duration}
        onChange={setDuration}
      />
      {report.isError && <p role="alert">! {describeFailure(report.error).title}</p>}
      <p className={styles['quiet']}>{t('sideEffects.callIfSevere')}</p>
      <div className={styles['buttons']}>
        <Button type="submit" loading={report.isPending} disabled={code === '' || severity === null}>
          {t('sideEffects.save')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('sideEffects.cancel')}
        </Button>
      </div>
    </form>
  );
}
