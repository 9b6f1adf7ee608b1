import type { AssessmentDetail } from '@courseline/contracts';
import { RevisionList } from '../../ui/revision-list';
import { changedItems } from './filled-form';

/** Every version of a form, the newest first: who, when, why, and which answers it changed. */
export function FormHistory({ detail }: { readonly detail: AssessmentDetail }) {
  return (
    <RevisionList
      revisions={detail.revisions.map((revision, at) => {
        const before = detail.revisions[at + 1];
        return {
          key: String(revision.n),
          version: revision.n,
          status: revision.status,
          reason: revision.reason,
          recordedBy: { name: revision.byName },
          recordedAt: revision.recordedAt,
          changes:
            before === undefined || revision.status !== 'current'
              ? []
              : changedItems(before, revision).map(
                  ({ item, from, to }) => `${item}: ${answerWords(to)}, was ${answerWords(from)}`,
                ),
        };
      })}
    />
  );
}

function answerWords(answer: number | null): string {
  return answer === null ? 'declined' : String(answer);
}
