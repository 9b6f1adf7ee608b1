import type { OwnOverview } from '@courseline/contracts';
import { useFormat } from '../../ui/format-context';
import { Section } from '../../ui/page';
import styles from './own-record.module.css';

/** The sessions that are planned. */
export function OwnSessions({ upcoming }: { readonly upcoming: OwnOverview['upcoming'] }) {
  const format = useFormat();
  const [next, ...later] = upcoming;
  if (next === undefined) {
    return (
      <Section title="Your sessions">
        <p>No session is planned. The clinic will plan the next one with you.</p>
      </Section>
    );
  }
  const when = (session: { onDate: string; at: string | null }) =>
    session.at === null
      ? format.dayShort(session.onDate)
      : `${format.dayShort(session.onDate)}, ${format.time(session.at)}`;
  return (
    <Section title="Your sessions">
      <p className={styles['next']}>
        Next: {format.nearDay(next.onDate)}
        {next.at !== null && `, ${format.time(next.at)}`}
      </p>
      {later.length > 0 && (
        <details className={styles['details']}>
          <summary>
            {later.length} more {later.length === 1 ? 'session' : 'sessions'}
          </summary>
          <ul className={styles['plain']}>
            {later.map((session) => (
              <li key={session.sessionId}>{when(session)}</li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
