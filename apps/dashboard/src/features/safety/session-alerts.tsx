import type { Alert } from '@courseline/contracts';
import { Callout } from '../../ui/callout';
import { AlertCard } from './alert-card';
import styles from './safety.module.css';

interface SessionAlertsProps {
  readonly alerts: readonly Alert[];
  /** An answer to item 9 whose alert is on its way from the server. */
  readonly awaiting: number | 'declined' | null;
  /** What item 9 says today where it gives no cause; null where it was not asked. */
  readonly quiet: boolean;
  readonly onRecorded: () => void;
}

/** Item 9 before the dose: who answered what, and what a clinician did about it. */
export function SessionAlerts({ alerts, awaiting, quiet, onRecorded }: SessionAlertsProps) {
  if (alerts.length === 0 && awaiting === null)
    // Never "no risk": most suicides after a PHQ-9 in one large cohort followed a 0 (Louzon 2016, Psychiatr Serv 67:517).
    return quiet ? (
      <p className={styles['by']}>Item 9 today: not at all. Ask about it all the same.</p>
    ) : null;
  const firstOpen = alerts.find((alert) => alert.open);
  return (
    <div className={styles['alerts']}>
      {awaiting !== null && (
        <Callout tone={awaiting === 'declined' ? 'attention' : 'risk'} live>
          Item 9 {awaiting === 'declined' ? 'was declined: ask in person' : 'is above 0'}. Saving the answer;
          then record here what was done, before the dose.
        </Callout>
      )}
      {alerts.map((alert) => (
        <AlertCard key={alert.id} alert={alert} formOpen={alert === firstOpen} onRecorded={onRecorded} />
      ))}
    </div>
  );
}
