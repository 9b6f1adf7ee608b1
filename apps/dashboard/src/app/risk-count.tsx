import { useQuery } from '@tanstack/react-query';
import { NavLink } from 'react-router';
import { useCurrentClinic } from '../api/current-clinic';
import { useLive } from '../api/live';
import { safetySummaryQuery } from '../api/safety-worklist';
import { classNames } from '../ui/class-names';
import styles from './shell.module.css';

const watchMilliseconds = 60_000;

/** The safety worklist, and how many alerts wait there. Unknown is said, never shown as none. */
export function RiskCount() {
  const { slug } = useCurrentClinic();
  useLive(['alerts']);
  const summary = useQuery({ ...safetySummaryQuery(slug), refetchInterval: watchMilliseconds });
  const count = summary.data?.unresolved ?? 0;
  const isRisk = (summary.data?.openRed ?? 0) > 0;
  const isUnknown = summary.data === undefined && summary.isError;
  return (
    <NavLink
      to={`/c/${slug}/safety`}
      className={({ isActive }) =>
        classNames(styles['link'], isRisk && styles['risk'], isActive && styles['here'])
      }
    >
      {isUnknown ? '! Safety unknown' : 'Safety'}
      {count > 0 && (
        <>
          {' '}
          <span className={styles['count']}>{count}</span>
          <span className="visually-hidden">{count === 1 ? ' open alert' : ' open alerts'}</span>
        </>
      )}
    </NavLink>
  );
}
