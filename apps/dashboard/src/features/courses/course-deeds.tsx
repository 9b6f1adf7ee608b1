import { Button } from '@mantine/core';
import { hasSessions, type Course, type MovedCourse } from '@courseline/contracts';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { reopenCourse, voidCourse } from '../../api/courses';
import { useCurrentClinic, useHasRole } from '../../api/current-clinic';
import { useDeed } from '../../api/use-deed';
import { DisclosureMenu, MenuButton } from '../../ui/disclosure-menu';
import { ReasonDialog } from '../../ui/reason-dialog';
import styles from './courses.module.css';
import type { PatientPickerSlot } from '../../ui/right-patient';

const AmendCourseDialog = lazy(async () => ({
  default: (await import('./amend-course-dialog')).AmendCourseDialog,
}));
const EndCourseDialog = lazy(async () => ({
  default: (await import('./end-course-dialog')).EndCourseDialog,
}));
const MoveCourseDialog = lazy(async () => ({
  default: (await import('./move-course-dialog')).MoveCourseDialog,
}));
const CourseHistoryDialog = lazy(async () => ({
  default: (await import('./course-history-dialog')).CourseHistoryDialog,
}));

type Open = 'amend' | 'end' | 'reopen' | 'move' | 'void' | 'history';

interface CourseDeedsProps {
  readonly course: Course;
  readonly picker: (slot: PatientPickerSlot) => ReactNode;
  readonly onPlan: (course: Course) => void;
  readonly onMoved: (moved: MovedCourse) => void;
}

/** What can be done with a course. */
export function CourseDeeds({ course, picker, onPlan, onMoved }: CourseDeedsProps) {
  const mayPlan = useHasRole('nurse', 'clinician');
  const mayChange = useHasRole('clinician');
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const isCurrent = course.status === 'current';
  const isRunning = isCurrent && course.endedOn === null;
  return (
    <div className={styles['actions']}>
      {mayPlan && isRunning && hasSessions(course.agent) && (
        <Button size="compact-sm" variant="default" onClick={() => onPlan(course)}>
          Plan sessions
        </Button>
      )}
      {mayChange && isRunning && (
        <Button size="compact-sm" variant="default" onClick={() => setOpen('end')}>
          End the course
        </Button>
      )}
      <DisclosureMenu label="More" name="More about the course">
        <MenuButton onPress={() => setOpen('history')}>History</MenuButton>
        {mayChange && isCurrent && (
          <>
            <MenuButton onPress={() => setOpen('amend')}>Amend</MenuButton>
            {!isRunning && <MenuButton onPress={() => setOpen('reopen')}>Reopen</MenuButton>}
            <MenuButton onPress={() => setOpen('move')}>Wrong patient</MenuButton>
            <MenuButton onPress={() => setOpen('void')}>Entered in error</MenuButton>
          </>
        )}
      </DisclosureMenu>
      <Suspense>
        {open === 'amend' && <AmendCourseDialog course={course} onClose={close} />}
        {open === 'end' && <EndCourseDialog course={course} onClose={close} />}
        {open === 'move' && (
          <MoveCourseDialog course={course} picker={picker} onClose={close} onMoved={onMoved} />
        )}
        {open === 'history' && <CourseHistoryDialog course={course} onClose={close} />}
      </Suspense>
      {open === 'reopen' && <ReopenDialog course={course} onClose={close} />}
      {open === 'void' && <VoidDialog course={course} onClose={close} />}
    </div>
  );
}

interface DeedDialogProps {
  readonly course: Course;
  readonly onClose: () => void;
}

function ReopenDialog({ course, onClose }: DeedDialogProps) {
  const { slug } = useCurrentClinic();
  const reopen = useDeed((reason: string, key) => reopenCourse(slug, course, { reason }, key), {
    refresh: ['clinic', slug, 'patient', course.patientId],
    onDone: onClose,
  });
  return (
    <ReasonDialog
      opened
      onClose={onClose}
      title="Reopen the course?"
      consequence="The course runs again, and sessions can be planned in it. Sessions that its end cancelled stay cancelled; each can be planned again."
      confirm="Reopen"
      suggestions={['Ended by mistake', 'Treatment goes on']}
      pending={reopen.isPending}
      error={reopen.error}
      onConfirm={(reason) => reopen.mutate(reason)}
    />
  );
}

function VoidDialog({ course, onClose }: DeedDialogProps) {
  const { slug } = useCurrentClinic();
  const enterInError = useDeed((reason: string, key) => voidCourse(slug, course, { reason }, key), {
    refresh: ['clinic', slug],
    onDone: onClose,
  });
  return (
    <ReasonDialog
      opened
      onClose={onClose}
      title="Was this course entered in error?"
      consequence="The course and its sessions that are not signed leave every chart, list and rate, and stay in the history. This cannot be undone. Signed sessions are put right first, each by itself."
      confirm="Take out of the record"
      suggestions={['Entered twice', 'Never began']}
      pending={enterInError.isPending}
      error={enterInError.error}
      onConfirm={(reason) => enterInError.mutate(reason)}
    />
  );
}
