import type { Alert } from '@courseline/contracts';
import { AlertCard } from './alert-card';
import styles from './safety.module.css';

interface SessionAlertsProps {
  readonly alerts: readonly Alert[];
  /** An answer to item 9 whose alert is on its way from the server. */
  readonly awaiting: number | 'declined' | null;
  /** The form that is filled in here; null before the server knows of it. */
  readonly ownForm: string | null;
  /** What item 9 says today where it gives no cause; null where it was not asked. */
  readonly quiet: boolean;
  readonly onRecorded: () => void;
}

/** Item 9 before the dose: who answered what, and what a clinician did about it. */
export function SessionAlerts({ alerts, awaiting, ownForm, quiet, onRecorded }: SessionAlertsProps) {
  if (alerts.length === 0 && awaiting === null)
    // Never "no risk": most suicides after a PHQ-9 in one large cohort followed a 0 (Louzon 2016, Psychiatr Serv 67:517).
    return quiet ? (
      <p className={styles['by']}>Item 9 today: not at all. Ask about it all the same.</p>
    ) : null;
  const own = awaiting === null ? alerts.find((alert) => alert.assessmentId === ownForm) : undefined;
  // One card from the answer on to the alert it raises: the keyboard may be waiting in it.
  const first = awaiting === null ? own : { awaited: awaiting };
  return (
    <div className={styles['alerts']}>
      {first !== undefined && <AlertCard key="own" alert={first} onRecorded={onRecorded} />}
      {alerts
        .filter((alert) => alert !== own)
        .map((alert) => (
          <AlertCard key={alert.id} alert={alert} onRecorded={onRecorded} />
        ))}
    </div>
  );
}
