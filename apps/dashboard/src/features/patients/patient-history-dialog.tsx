import { useQuery } from '@tanstack/react-query';
import { useCurrentClinic } from '../../api/current-clinic';
import { patientHistoryQuery } from '../../api/patients';
import { Dialog } from '../../ui/dialog';
import { useFormat } from '../../ui/format-context';
import { Loaded } from '../../ui/loaded';
import { changesBetween } from '../../ui/revision-changes';
import { RevisionList } from '../../ui/revision-list';
import { LinesSkeleton } from '../../ui/skeletons';
import { patientRevisionFields } from './patient-changes';

interface PatientHistoryDialogProps {
  readonly patientId: string;
  readonly onClose: () => void;
}

export function PatientHistoryDialog({ patientId, onClose }: PatientHistoryDialogProps) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const query = useQuery(patientHistoryQuery(slug, patientId));
  const fields = patientRevisionFields(format.day);
  return (
    <Dialog opened onClose={onClose} title="History of the details" size="lg">
      <Loaded query={query} skeleton={<LinesSkeleton lines={4} />}>
        {({ revisions }) => (
          <RevisionList
            revisions={revisions.map((revision, index) => ({
              ...revision,
              key: String(revision.version),
              changes: changesBetween(revisions[index + 1], revision, fields),
            }))}
          />
        )}
      </Loaded>
    </Dialog>
  );
}
