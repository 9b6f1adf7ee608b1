import type { Trajectory } from '@courseline/contracts';
import { NativeSelect } from '@mantine/core';
import { phaseWords } from '../../messages/clinical-words';
import { useFormat } from '../../ui/format-context';
import { Segments } from '../../ui/segments';
import { courseOptionWords } from './course-words';
import styles from './toolbar.module.css';
import type { TrajectoryDisplay, TrajectoryView } from './trajectory-view';

interface TrajectoryToolbarProps {
  readonly trajectory: Trajectory;
  readonly view: TrajectoryView;
  readonly onChange: (change: Partial<TrajectoryView>) => void;
}

const displays: readonly { readonly value: TrajectoryDisplay; readonly label: string }[] = [
  { value: 'chart', label: 'Chart' },
  { value: 'items', label: 'Items' },
  { value: 'table', label: 'Table' },
];

/** How the course is shown. Everything here stands in the address. */
export function TrajectoryToolbar({ trajectory, view, onChange }: TrajectoryToolbarProps) {
  const format = useFormat();
  const { course, courses } = trajectory;
  const begun = (course?.phases ?? []).flatMap((span, index) =>
    span.from === null ? [] : [{ span, index }],
  );
  const isChart = view.display === 'chart';
  return (
    <div className={styles['toolbar']} role="group" aria-label="How the course is shown" data-screen-only>
      <Segments
        label="Shown as"
        options={displays}
        value={view.display}
        onChange={(display) => onChange({ display })}
      />
      {isChart && (
        <>
          <Segments
            label="Along the axis"
            options={[
              { value: 'date', label: 'Date' },
              { value: 'session', label: 'Session', disabled: course === null || course.sessionsGiven === 0 },
            ]}
            value={view.axis}
            onChange={(axis) => onChange({ axis })}
          />
          <Segments
            label="Up the axis"
            options={[
              { value: 'score', label: 'Score' },
              { value: 'percent', label: '% of baseline' },
            ]}
            value={view.scale}
            onChange={(scale) => onChange({ scale })}
          />
          {begun.length > 1 && (
            <NativeSelect
              aria-label="Stretch of the course"
              size="sm"
              value={view.phase === null ? '' : String(view.phase)}
              onChange={(event) => {
                const chosen = event.currentTarget.value;
                onChange({ phase: chosen === '' ? null : Number(chosen) });
              }}
              data={[
                { value: '', label: 'Whole course' },
                ...begun.map(({ span, index }) => ({
                  value: String(index),
                  label: `${phaseWords[span.phase]}${span.from === null ? '' : ` from ${format.day(span.from)}`}`,
                })),
              ]}
            />
          )}
        </>
      )}
      {courses.length > 1 && (
        <NativeSelect
          aria-label="Course"
          size="sm"
          value={course?.id ?? ''}
          onChange={(event) => onChange({ course: event.currentTarget.value, phase: null, day: null })}
          data={courses.map((each) => ({ value: each.id, label: courseOptionWords(each, format.day) }))}
        />
      )}
    </div>
  );
}
