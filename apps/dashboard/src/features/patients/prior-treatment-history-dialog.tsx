import { useQuery } from '@tanstack/react-query';
import type { PriorTreatment } from '@courseline/contracts';
import { useCurrentClinic } from '../../api/current-clinic';
import { priorTreatmentHistoryQuery } from '../../api/prior-treatments';
import {
  adequacyWords,
  adherenceWords,
  episodeWords,
  treatmentKindWords,
  trialOutcomeWords,
} from '../../messages/record-words';
import { Dialog } from '../../ui/dialog';
import { Loaded } from '../../ui/loaded';
import { changesBetween, type RevisionField } from '../../ui/revision-changes';
import { RevisionList } from '../../ui/revision-list';
import { LinesSkeleton } from '../../ui/skeletons';

const fields: readonly RevisionField<PriorTreatment>[] = [
  { label: 'Kind', words: (revision) => treatmentKindWords[revision.kind] },
  { label: 'Name', words: (revision) => revision.name },
  { label: 'Highest dose', words: (revision) => revision.highestDose },
  { label: 'Weeks', words: (revision) => revision.weeksAtDose?.toString() ?? null },
  { label: 'Taken', words: (revision) => adherenceWords[revision.adherence] },
  { label: 'Tried well enough', words: (revision) => adequacyWords[revision.adequate] },
  { label: 'Outcome', words: (revision) => trialOutcomeWords[revision.outcome] },
  { label: 'When', words: (revision) => episodeWords[revision.episode] },
  { label: 'Why stopped', words: (revision) => revision.stopReason },
  { label: 'Note', words: (revision) => revision.note },
];

interface PriorTreatmentHistoryDialogProps {
  readonly patientId: string;
  readonly onClose: () => void;
}

export function PriorTreatmentHistoryDialog({ patientId, onClose }: PriorTreatmentHistoryDialogProps) {
  const { slug } = useCurrentClinic();
  const query = useQuery(priorTreatmentHistoryQuery(slug, patientId));
  return (
    <Dialog opened onClose={onClose} title="History of treatments tried before" size="lg">
      <Loaded query={query} skeleton={<LinesSkeleton lines={6} />}>
        {({ revisions }) =>
          revisions.length === 0 ? (
            <p>Nothing has been entered yet.</p>
          ) : (
            <RevisionList
              revisions={revisions.map((revision) => ({
                ...revision,
                key: `${revision.id} ${revision.version}`,
                title: revision.name,
                changes: changesBetween(
                  revisions.find(
                    (other) => other.id === revision.id && other.version === revision.version - 1,
                  ),
                  revision,
                  fields,
                ),
              }))}
            />
          )
        }
      </Loaded>
    </Dialog>
  );
}
