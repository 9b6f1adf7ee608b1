import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useCurrentClinic } from '../api/current-clinic';
import { useLive } from '../api/live';
import { alertsQuery } from '../api/safety';
import styles from './shell.module.css';

const watchMilliseconds = 60_000;

/** How many risk alerts wait for a person. Unknown is said, never shown as none. */
export function RiskCount() {
  const { slug } = useCurrentClinic();
  useLive(['alerts']);
  const alerts = useQuery({ ...alertsQuery(slug), refetchInterval: watchMilliseconds });
  const to = `/c/${slug}/caseload#alerts`;
  if (alerts.data === undefined) {
    if (!alerts.isError) return null;
    return (
      <Link to={to} className={styles['link']}>
        ! Safety unknown
      </Link>
    );
  }
  const count = alerts.data.alerts.length;
  if (count === 0) return null;
  const red = alerts.data.alerts.some((alert) => alert.level === 'red');
  return (
    <Link to={to} className={`${styles['link']} ${red ? styles['risk'] : ''}`}>
      Safety <span className={styles['count']}>{count}</span>
      <span className="visually-hidden">{count === 1 ? ' open alert' : ' open alerts'}</span>
    </Link>
  );
}
