import type { Alert } from '@courseline/contracts';
import { Link } from 'react-router';
import { useCurrentClinic } from '../../api/current-clinic';
import { AlertCard } from './alert-card';
import styles from './safety.module.css';

/** Answers to item 9 that nobody has closed yet, above everything else; nothing at all when there are none. */
export function AlertBar({ alerts }: { readonly alerts: readonly Alert[] }) {
  const { slug } = useCurrentClinic();
  if (alerts.length === 0) return null;
  return (
    <section className={styles['alerts']} aria-label="Risk alerts">
      {alerts.map((alert) => (
        <AlertCard
          key={alert.id}
          alert={alert}
          patient={
            <Link className={styles['patient']} to={`/c/${slug}/patients/${alert.patientId}`}>
              {alert.patientName}
            </Link>
          }
        />
      ))}
    </section>
  );
}
