import { useId } from 'react';
import { ChartFocus } from '../../charts/chart-focus';
import type { Frame, HorizontalScale } from '../../charts/frame';
import { ScorePanel } from '../../charts/score-panel';
import { changeBracket } from '../../charts/score-scale';
import type { ScoreScale } from '../../charts/score-series';
import { classNames } from '../../ui/class-names';
import { InstrumentMark } from '../../ui/instrument-mark';
import { CsvButton } from '../../ui/csv-button';
import { useFormat } from '../../ui/format-context';
import type { BoardPanel as Panel } from './board-model';
import styles from './board.module.css';
import { findingSummary, findingTitle } from './finding-words';
import { scoreTable } from './score-table';

interface BoardPanelProps {
  readonly panel: Panel;
  readonly scale: ScoreScale;
  readonly frame: Frame;
  readonly horizontal: HorizontalScale;
  readonly height: number;
  readonly activeDate: string | null;
  readonly fileName: string;
  /** Whether the sentence above the figure already says what this panel finds. */
  readonly isSummarised: boolean;
  /** The stop of the keyboard, or null when it has left. */
  readonly onStop: (panel: Panel, stop: number | null) => void;
  readonly onChoose: (date: string) => void;
}

export function BoardPanel(props: BoardPanelProps) {
  const { panel, scale, frame, horizontal, height, activeDate } = props;
  const { instrument, series } = panel;
  const format = useFormat();
  const id = useId();
  const bracket = changeBracket(instrument, scale);
  const title = findingTitle(instrument, format);
  const hasNoPercent =
    scale === 'percent' && (instrument.baseline === null || instrument.baseline.total === 0);
  return (
    <section className={styles['panel']} aria-labelledby={`${id}-title`}>
      <header className={styles['panelHeader']}>
        <div className={styles['panelWords']}>
          <h2 id={`${id}-title`} className={styles['panelTitle']}>
            <InstrumentMark instrument={instrument.id} /> {title}
          </h2>
          <p
            id={`${id}-summary`}
            className={
              props.isSummarised
                ? 'visually-hidden'
                : classNames(styles['panelSummary'], styles['scoreSummary'])
            }
          >
            {findingSummary(instrument, format)}
          </p>
        </div>
        <CsvButton
          name={`${props.fileName}-${instrument.id}`}
          of={instrument.name}
          table={() => scoreTable(instrument)}
        />
      </header>
      {hasNoPercent ? (
        <p className={styles['panelEmpty']}>
          {instrument.baseline === null
            ? 'Without a baseline there is no percentage of it. Choose Score to see the scores.'
            : 'The baseline is 0, of which nothing can be a percentage. Choose Score to see the scores.'}
        </p>
      ) : (
        <div className={styles['plot']} data-plot={instrument.id}>
          <ScorePanel
            instrument={instrument}
            series={series}
            scale={scale}
            frame={frame}
            horizontal={horizontal}
            height={height}
            activeDate={activeDate}
            showRisk
          />
          <ChartFocus
            label={`${title}. ${series.marks.length} forms: the arrow keys move through them, Enter keeps a day open.`}
            describedBy={`${id}-summary`}
            stops={series.marks.length}
            onStop={(stop) => props.onStop(panel, stop)}
            onChoose={(stop) => {
              const mark = series.marks[stop];
              if (mark !== undefined) props.onChoose(mark.date);
            }}
          />
        </div>
      )}
      {frame.narrow && bracket !== null && (
        <p className={styles['bracketNote']}>Bracket: {bracket.points} points, beyond measurement error.</p>
      )}
    </section>
  );
}
