import type { RightNowForm, Trajectory } from '@courseline/contracts';
import { useId, useMemo, useRef, useState } from 'react';
import { ChartFocus } from '../../charts/chart-focus';
import { OnsetChart } from '../../charts/onset-chart';
import { onsetForms, onsetMeasures, weeklyLines } from '../../charts/onset-series';
import { useFigureSize } from '../../charts/use-figure-size';
import { CsvButton } from '../../ui/csv-button';
import { DataTable } from '../../ui/data-table';
import { useFormat } from '../../ui/format-context';
import { onsetTable } from './onset-table';
import { hoursWords, onsetFormWords, onsetTitle } from './onset-words';
import styles from './onset.module.css';

interface OnsetSectionProps {
  readonly trajectory: Trajectory;
  readonly asTable: boolean;
}

/** How fast the doses act: how the person was within hours of each, before the scales of weeks can say so. */
export function OnsetSection({ trajectory, asTable }: OnsetSectionProps) {
  const format = useFormat();
  const id = useId();
  const forms = useMemo(() => onsetForms(trajectory), [trajectory]);
  const measures = useMemo(() => onsetMeasures(forms), [forms]);
  const weeks = useMemo(() => weeklyLines(trajectory), [trajectory]);
  const [mood] = measures;
  const unplaced = trajectory.rightNow.length - forms.length;
  return (
    <section className={styles['onset']} aria-labelledby={id}>
      <header className={styles['header']}>
        <h2 id={id}>
          {mood === undefined || forms.length === 0 ? 'Hours after the doses' : onsetTitle(mood, format)}
        </h2>
        {trajectory.rightNow.length > 0 && (
          <CsvButton
            name={`trajectory-${trajectory.patient.mrn.replaceAll(/[^A-Za-z0-9-]/g, '_')}-hours`}
            of="the hours after the doses"
            table={() => onsetTable(trajectory, weeks)}
          />
        )}
      </header>
      {trajectory.rightNow.length === 0 ? (
        <p className={styles['words']}>
          How the person was before each dose, 4 and 24 hours after it will be drawn here, beside the weeks.
          Let the check-in plan of the course ask it, hours after a dose; it is three questions.
        </p>
      ) : (
        <p className={styles['words']}>
          Mood, anxiety and detachment ask about right now (our own questions, not validated, without a
          total). PHQ-9 and GAD-7 ask about the last 2 weeks, PCL-5 about the past month: they cannot show
          hours (dotted). Up to 12 hours after a dose counts as 4 hours, up to 48 as 24.
          {unplaced > 0 &&
            ` ${unplaced === 1 ? '1 form has' : `${unplaced} forms have`} no known time from a dose of this course and ${unplaced === 1 ? 'is' : 'are'} not drawn.`}
        </p>
      )}
      {trajectory.rightNow.length > 0 && asTable && <OnsetForms trajectory={trajectory} />}
      {forms.length > 0 && !asTable && (
        <OnsetFigure forms={forms} measures={measures} weeks={weeks} labelledBy={id} />
      )}
    </section>
  );
}

interface OnsetFigureProps {
  readonly forms: ReturnType<typeof onsetForms>;
  readonly measures: ReturnType<typeof onsetMeasures>;
  readonly weeks: ReturnType<typeof weeklyLines>;
  readonly labelledBy: string;
}

function OnsetFigure({ forms, measures, weeks, labelledBy }: OnsetFigureProps) {
  const format = useFormat();
  const figure = useRef<HTMLDivElement>(null);
  const { width } = useFigureSize(figure);
  const [stop, setStop] = useState<number | null>(null);
  const active = stop === null ? null : (forms[stop] ?? null);
  return (
    <>
      <div ref={figure} className={styles['drawing']}>
        {width > 0 && (
          <>
            <OnsetChart measures={measures} weeks={weeks} width={width} active={active} />
            <ChartFocus
              label={`Hours after the doses. ${forms.length} forms: the arrow keys move through them.`}
              describedBy={labelledBy}
              stops={forms.length}
              onStop={setStop}
              onChoose={setStop}
            />
          </>
        )}
      </div>
      <p className={styles['said']} role="status">
        {active === null ? '' : onsetFormWords(active, format)}
      </p>
    </>
  );
}

function OnsetForms({ trajectory }: { readonly trajectory: Trajectory }) {
  const format = useFormat();
  const numbers = new Map(trajectory.sessions.map(({ id, number }) => [id, number]));
  const sessionOf = ({ sessionId }: RightNowForm) =>
    (sessionId === null ? null : numbers.get(sessionId)) ?? 'not known';
  const answer = (item: number, header: string) => ({
    id: header,
    header,
    cell: ({ answers }: RightNowForm) => answers[item] ?? '–',
    numeric: true,
    fit: true,
  });
  return (
    <DataTable
      caption="Right now, form by form"
      rows={[...trajectory.rightNow].reverse()}
      rowKey={({ id }) => id}
      columns={[
        { id: 'date', header: 'Date', cell: ({ date }) => format.day(date) },
        { id: 'session', header: 'Session', cell: sessionOf, fit: true },
        {
          id: 'hours',
          header: 'From the dose',
          cell: ({ hoursFromDose }) =>
            hoursFromDose === null ? 'not known' : hoursWords(hoursFromDose, format),
        },
        answer(0, 'Mood'),
        answer(1, 'Anxiety'),
        answer(2, 'Detachment'),
      ]}
    />
  );
}
