import type { Trajectory } from '@courseline/contracts';
import { lazy, Suspense, type ReactNode } from 'react';
import { classNames } from '../../ui/class-names';
import { useFormat } from '../../ui/format-context';
import { EmptyState } from '../../ui/states';
import { drawnInstruments } from './board-model';
import { DayFacts } from './day-facts';
import { FormsWithoutCourse } from './forms-without-course';
import { findingSummary, findingTitle } from './finding-words';
import { ItemMaps } from './item-maps';
import styles from './trajectory-section.module.css';
import { TrajectoryBoard } from './trajectory-board';
import { TrajectoryTables } from './trajectory-tables';
import { TrajectoryToolbar } from './trajectory-toolbar';
import type { TrajectoryView } from './trajectory-view';

// Below the trajectory, and not there in many courses: it may come after.
const OnsetSection = lazy(async () => ({ default: (await import('./onset-section')).OnsetSection }));

interface TrajectorySectionProps {
  readonly trajectory: Trajectory;
  readonly view: TrajectoryView;
  readonly onView: (change: Partial<TrajectoryView>) => void;
  readonly sessionActions?: (sessionId: string) => ReactNode;
  /** Ways on from a form, such as to its answers. */
  readonly formActions?: (assessmentId: string) => ReactNode;
  /** What can be done where there is nothing to draw yet. */
  readonly emptyActions?: ReactNode;
}

/** The course in one sentence, as a chart, item by item, or as tables. */
export function TrajectorySection(props: TrajectorySectionProps) {
  const { trajectory, view, onView, sessionActions, formActions } = props;
  const format = useFormat();
  const isEmpty = trajectory.sessions.length === 0 && drawnInstruments(trajectory).length === 0;
  const [leading] = drawnInstruments(trajectory);
  const absent = trajectory.instruments.filter(({ points }) => points.length === 0).map(({ name }) => name);
  const onDay = (day: string | null): void => onView({ day });
  return (
    <>
      {leading !== undefined && (
        <p className={styles['sentence']}>
          <strong>{findingTitle(leading, format)}.</strong> {findingSummary(leading, format)}
        </p>
      )}
      {trajectory.courses.length > 0 && (
        <TrajectoryToolbar trajectory={trajectory} view={view} onChange={onView} />
      )}
      {isEmpty ? (
        <EmptyState title="The trajectory will be here" actions={props.emptyActions}>
          {trajectory.course === null
            ? 'Start a course of treatment and fill in a first PHQ-9, GAD-7 or PCL-5: from the first form on, this page shows how the person is doing.'
            : 'Fill in a PHQ-9, GAD-7 or PCL-5, or plan a session: from the first form on, this page shows how the person is doing.'}
        </EmptyState>
      ) : view.display === 'items' ? (
        <ItemMaps trajectory={trajectory} />
      ) : view.display === 'table' ? (
        <TrajectoryTables trajectory={trajectory} />
      ) : (
        <div className={classNames(styles['split'], view.day !== null && styles['withFacts'])}>
          <TrajectoryBoard trajectory={trajectory} view={view} day={view.day} onDay={onDay} />
          {view.day !== null && (
            <DayFacts
              trajectory={trajectory}
              date={view.day}
              onDay={onDay}
              sessionActions={sessionActions}
              formActions={formActions}
            />
          )}
        </div>
      )}
      {!isEmpty && trajectory.course !== null && view.display !== 'items' && (
        <Suspense fallback={null}>
          <OnsetSection trajectory={trajectory} asTable={view.display === 'table'} />
        </Suspense>
      )}
      {trajectory.formsWithoutCourse.length > 0 && (
        <FormsWithoutCourse forms={trajectory.formsWithoutCourse} formActions={formActions} />
      )}
      {!isEmpty && absent.length > 0 && (
        <p className={styles['absent']}>Not asked in this course: {absent.join(', ')}.</p>
      )}
    </>
  );
}
