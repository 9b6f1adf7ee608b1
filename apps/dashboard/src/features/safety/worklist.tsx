import type { WorklistAlert } from '@courseline/contracts';
import { WorklistRow } from './worklist-row';
import styles from './worklist.module.css';

interface WorklistProps {
  /** What the list is, for those who hear it. */
  readonly label: string;
  readonly alerts: readonly WorklistAlert[];
  readonly onAct: (alert: WorklistAlert) => void;
}

/** Alerts one under the other, each with whom it is about, what was found, and whose it is. */
export function AlertRows({ label, alerts, onAct }: WorklistProps) {
  return (
    <ul className={styles['rows']} aria-label={label}>
      {alerts.map((alert) => (
        <WorklistRow key={alert.id} alert={alert} onAct={() => onAct(alert)} />
      ))}
    </ul>
  );
}
