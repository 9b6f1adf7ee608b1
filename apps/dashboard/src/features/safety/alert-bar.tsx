import type { Alert } from '@courseline/contracts';
import { useEffect, useRef, type RefObject } from 'react';
import { Link, useLocation } from 'react-router';
import { useCurrentClinic } from '../../api/current-clinic';
import { AlertCard } from './alert-card';
import styles from './safety.module.css';

/** Answers to item 9 that nobody has closed yet, above everything else; nothing at all when there are none. */
export function AlertBar({ alerts }: { readonly alerts: readonly Alert[] }) {
  const { slug } = useCurrentClinic();
  const bar = useRef<HTMLElement>(null);
  useFocusByLink(bar);
  if (alerts.length === 0) return null;
  return (
    <section ref={bar} id="alerts" tabIndex={-1} className={styles['alerts']} aria-label="Risk alerts">
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

/** A link to the alerts shows where they are, on this page too; never away from something the person is in. */
function useFocusByLink(bar: RefObject<HTMLElement | null>): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    const active = document.activeElement;
    const isFree = active === null || active === document.body || active.closest('header, a') !== null;
    if (hash === '#alerts' && isFree) bar.current?.focus();
  }, [bar, hash, key]);
}
