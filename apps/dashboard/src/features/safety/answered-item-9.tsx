import type { Alert, LoggedInstrument } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { AlertCard } from './alert-card';
import styles from './safety.module.css';

interface AnsweredItem9Props {
  readonly answered: LoggedInstrument['answered'];
  readonly alerts: readonly Alert[];
}

/** Item 9 of the form that stands with a session, where it gave cause: what was answered, and what was done about it. */
export function AnsweredItem9({ answered, alerts }: AnsweredItem9Props) {
  if (answered === null) return null;
  const own = alerts.filter((alert) => alert.assessmentId === answered.assessmentId);
  if (own.length > 0)
    return (
      <div className={styles['alerts']}>
        {own.map((alert) => (
          <AlertCard key={alert.id} alert={alert} keepsMark />
        ))}
      </div>
    );
  // Imported forms raise no alert: the answer is still not to be overlooked.
  const { item9 } = answered;
  if (item9 === null || item9 === 0) return null;
  const words = getInstrument('phq-9').options.find(({ value }) => value === item9)?.label ?? String(item9);
  return (
    <p>
      <strong className={styles['tag']}>RISK</strong> item 9 “{words.toLowerCase()}”; no alert was raised, and
      nothing is recorded about it.
    </p>
  );
}
