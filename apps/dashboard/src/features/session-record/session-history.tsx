import type { SessionRevision } from '@courseline/contracts';
import { useFormat } from '../../ui/format-context';
import { deedWords, isSigned } from './deed-words';
import { sessionChanges } from './record-changes';
import styles from './session-record.module.css';

/** Every version, the newest first: who, when, why, and what it changed. Nothing is ever left out. */
export function SessionHistory({ revisions }: { readonly revisions: readonly SessionRevision[] }) {
  const format = useFormat();
  const changes = sessionChanges(revisions, format);
  return (
    <ol className={styles['history']}>
      {revisions.map((revision, at) => {
        const before = revisions[at + 1];
        const isSigning = before !== undefined && isSigned(revision) && !isSigned(before);
        // A version that takes the session out of the record is about that, and carries no readings of its own.
        const tellsChanges = !isSigning && revision.status === 'current';
        return (
          <li key={revision.n} className={styles['version']}>
            <p>
              <strong>{deedWords(revision, before)}</strong> by {revision.byName},{' '}
              {format.moment(revision.recordedAt)}
            </p>
            {revision.reason !== null && !isSigning && (
              <p className={styles['soft']}>Reason: {revision.reason}</p>
            )}
            {tellsChanges && (changes[at] ?? []).length > 0 && (
              <ul className={styles['changes']}>
                {changes[at]?.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}
