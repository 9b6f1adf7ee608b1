import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { hasSessions, type Course, type MovedCourse } from '@courseline/contracts';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { coursesQuery } from '../../api/courses';
import { useCurrentClinic, useHasRole } from '../../api/current-clinic';
import { endReasonWords, treatmentWords } from '../../messages/clinical-words';
import { orderWords, phasePlanWords } from '../../messages/plan-words';
import { useFormat, type Format } from '../../ui/format-context';
import { Loaded } from '../../ui/loaded';
import { Section } from '../../ui/page';
import { LinesSkeleton } from '../../ui/skeletons';
import { EmptyState } from '../../ui/states';
import { CourseDeeds } from './course-deeds';
import styles from './courses.module.css';
import type { PatientPickerSlot } from '../../ui/right-patient';

const StartCourseDialog = lazy(async () => ({
  default: (await import('./start-course-dialog')).StartCourseDialog,
}));

interface CoursesSectionProps {
  readonly patientId: string;
  /** Whether courses may be started: not for a patient who is out of the record. */
  readonly open: boolean;
  /** Where one chooses the patient a course belongs to. */
  readonly picker: (slot: PatientPickerSlot) => ReactNode;
  /** The sessions of a course, under it. */
  readonly sessionsOf: (course: Course) => ReactNode;
  /** A course to plan sessions in: chosen, or just started. */
  readonly onPlan: (course: Course) => void;
  readonly onMoved: (moved: MovedCourse) => void;
}

export function CoursesSection({
  patientId,
  open,
  picker,
  sessionsOf,
  onPlan,
  onMoved,
}: CoursesSectionProps) {
  const { slug } = useCurrentClinic();
  const mayStart = useHasRole('clinician') && open;
  const query = useQuery(coursesQuery(slug, patientId));
  const [starting, setStarting] = useState(false);
  const shown = query.data?.courses.filter((course) => course.status === 'current') ?? [];
  const out = query.data?.courses.filter((course) => course.status !== 'current') ?? [];
  const deeds = (course: Course) => (
    <CourseDeeds course={course} picker={picker} onPlan={onPlan} onMoved={onMoved} />
  );
  const running = shown.find((course) => hasSessions(course.agent) && course.endedOn === null);
  return (
    <Section
      title="Courses and sessions"
      actions={
        mayStart && (
          <Button
            size="compact-sm"
            variant={running === undefined ? 'filled' : 'default'}
            onClick={() => setStarting(true)}
          >
            Start a course
          </Button>
        )
      }
    >
      <Loaded query={query} skeleton={<LinesSkeleton lines={6} />}>
        {() => (
          <>
            {shown.length === 0 && (
              <EmptyState title="No course of treatment yet">
                A course says what is given, by which route and how often; its sessions are planned and logged
                in it. A clinician of the care team starts one.
              </EmptyState>
            )}
            {shown.map((course) => (
              <CourseCard key={course.id} course={course} deeds={deeds(course)}>
                {hasSessions(course.agent) && sessionsOf(course)}
              </CourseCard>
            ))}
            {out.length > 0 && (
              <details>
                <summary>Taken out of the record ({out.length})</summary>
                {out.map((course) => (
                  <CourseCard key={course.id} course={course} deeds={deeds(course)} />
                ))}
              </details>
            )}
          </>
        )}
      </Loaded>
      <Suspense>
        {starting && (
          <StartCourseDialog
            patientId={patientId}
            running={running}
            onClose={() => setStarting(false)}
            onStarted={(course) => {
              setStarting(false);
              if (hasSessions(course.agent)) onPlan(course);
            }}
          />
        )}
      </Suspense>
    </Section>
  );
}

interface CourseCardProps {
  readonly course: Course;
  readonly deeds: ReactNode;
  readonly children?: ReactNode;
}

function CourseCard({ course, deeds, children }: CourseCardProps) {
  const format = useFormat();
  return (
    <article className={styles['course']}>
      <div className={styles['head']}>
        <h3>{treatmentWords(course)}</h3>
        {deeds}
      </div>
      <div className={styles['lines']}>
        <p>{spanWords(course, format)}</p>
        {course.phases.length > 0 && (
          <p className={styles['soft']}>{course.phases.map(phasePlanWords).join('. ')}.</p>
        )}
        {doseWords(course) !== null && <p className={styles['soft']}>{doseWords(course)}</p>}
        {course.settingTag !== null && <p className={styles['soft']}>Set and setting: {course.settingTag}</p>}
        {course.note !== null && <p className={styles['soft']}>{course.note}</p>}
        {course.endNote !== null && <p className={styles['soft']}>{course.endNote}</p>}
      </div>
      {children}
    </article>
  );
}

function spanWords(course: Course, format: Format): string {
  if (course.status !== 'current')
    return `${course.status === 'entered-in-error' ? 'Entered in error' : 'Belongs to another patient'}: ${course.reason ?? ''}`;
  const zero =
    course.dayZero === null
      ? 'no dose yet'
      : `day 0 is ${format.day(course.dayZero)}${course.dayZeroSource === 'declared' ? ', declared' : ', the first dose'}`;
  const end =
    course.endedOn === null || course.endReason === null
      ? 'under way'
      : `ended ${format.day(course.endedOn)}: ${endReasonWords[course.endReason]}`;
  return `Started ${format.day(course.startedOn)}, ${end}; ${zero}.`;
}

function doseWords(course: Course): string | null {
  const order = orderWords(course);
  if (order === null) return null;
  return `Ordered: ${order}${course.infusionMinutes === null ? '' : ` over ${course.infusionMinutes} min`}.`;
}
