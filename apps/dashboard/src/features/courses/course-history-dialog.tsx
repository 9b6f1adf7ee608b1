import { useQuery } from '@tanstack/react-query';
import type { Course, CourseHistory } from '@courseline/contracts';
import { courseHistoryQuery } from '../../api/courses';
import { useCurrentClinic } from '../../api/current-clinic';
import { endReasonWords, treatmentWords } from '../../messages/clinical-words';
import { orderWords, phasePlanWords } from '../../messages/plan-words';
import { Dialog } from '../../ui/dialog';
import { useFormat } from '../../ui/format-context';
import { Loaded } from '../../ui/loaded';
import { changesBetween, type RevisionField } from '../../ui/revision-changes';
import { RevisionList } from '../../ui/revision-list';
import { LinesSkeleton } from '../../ui/skeletons';

type CourseRevision = CourseHistory['revisions'][number];

function fields(day: (day: string) => string): readonly RevisionField<CourseRevision>[] {
  const dayOrNull = (value: string | null) => (value === null ? null : day(value));
  return [
    { label: 'Treatment', words: treatmentWords },
    { label: 'Start', words: (revision) => day(revision.startedOn) },
    { label: 'Day 0', words: (revision) => dayOrNull(revision.declaredDayZero) },
    { label: 'End', words: (revision) => dayOrNull(revision.endedOn) },
    {
      label: 'Ended because of',
      words: (revision) => (revision.endReason === null ? null : endReasonWords[revision.endReason]),
    },
    { label: 'Note on the end', words: (revision) => revision.endNote },
    { label: 'Order', words: orderWords },
    {
      label: 'Infusion',
      words: (revision) => (revision.infusionMinutes === null ? null : `${revision.infusionMinutes} min`),
    },
    {
      label: 'Plan',
      words: (revision) =>
        revision.phases.length === 0 ? null : revision.phases.map(phasePlanWords).join('; '),
    },
    { label: 'Set and setting', words: (revision) => revision.settingTag },
    { label: 'Note', words: (revision) => revision.note },
  ];
}

interface CourseHistoryDialogProps {
  readonly course: Course;
  readonly onClose: () => void;
}

export function CourseHistoryDialog({ course, onClose }: CourseHistoryDialogProps) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const query = useQuery(courseHistoryQuery(slug, course.patientId, course.id));
  return (
    <Dialog opened onClose={onClose} title="History of the course" size="lg">
      <Loaded query={query} skeleton={<LinesSkeleton lines={4} />}>
        {({ revisions }) => (
          <RevisionList
            revisions={revisions.map((revision, index) => ({
              ...revision,
              key: String(revision.version),
              changes: changesBetween(revisions[index + 1], revision, fields(format.day)),
            }))}
          />
        )}
      </Loaded>
    </Dialog>
  );
}
