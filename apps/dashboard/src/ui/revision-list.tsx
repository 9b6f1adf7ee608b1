import type { Author, RevisionStatus } from '@courseline/contracts';
import { useFormat } from './format-context';
import styles from './revision-list.module.css';

export interface ShownRevision {
  readonly key: string;
  /** What it is a revision of, where the list holds several. */
  readonly title?: string;
  readonly version: number;
  readonly status: RevisionStatus;
  readonly reason: string | null;
  readonly recordedBy: Pick<Author, 'name'>;
  readonly recordedAt: string;
  /** What changed with it, in words; for the first, nothing. */
  readonly changes: readonly string[];
}

const statusWords: Readonly<Record<RevisionStatus, string | null>> = {
  current: null,
  'entered-in-error': 'Entered in error',
  'belongs-to-another-patient': 'Belongs to another patient',
};

/** What was recorded when, by whom and why: the newest first, nothing left out. */
export function RevisionList({ revisions }: { readonly revisions: readonly ShownRevision[] }) {
  const format = useFormat();
  return (
    <ol className={styles['list']}>
      {revisions.map((revision) => (
        <li key={revision.key} className={styles['revision']}>
          <p>
            {revision.title !== undefined && <strong>{revision.title} · </strong>}
            {statusWords[revision.status] ?? (revision.version === 1 ? 'First entered' : 'Amended')}
            {' by '}
            {revision.recordedBy.name ?? 'someone no longer known'}, {format.moment(revision.recordedAt)}
          </p>
          {revision.reason !== null && <p className={styles['soft']}>Reason: {revision.reason}</p>}
          {revision.changes.length > 0 && (
            <ul className={styles['changes']}>
              {revision.changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
