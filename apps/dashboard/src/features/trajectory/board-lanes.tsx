import type { Trajectory } from '@courseline/contracts';
import { useId, useMemo, useState } from 'react';
import { ChartFocus } from '../../charts/chart-focus';
import { DoseLane } from '../../charts/dose-lane';
import { EffectLane, type LaneCell } from '../../charts/effect-lane';
import { effectRows, givenSessions, rowsThatFit, type EffectRow } from '../../charts/session-lanes';
import { sessionTable } from '../../charts/session-table';
import { effectName } from '../../messages/side-effect-words';
import { CsvButton } from '../../ui/csv-button';
import { useFormat } from '../../ui/format-context';
import type { Board } from './board-model';
import styles from './board.module.css';
import { lanesTitle } from './lanes-title';
import { laterWords } from './session-words';

interface BoardLanesProps {
  readonly trajectory: Trajectory;
  readonly board: Board;
  readonly activeDate: string | null;
  readonly fileName: string;
  readonly isPrint: boolean;
  readonly onStop: (stop: number | null) => void;
  readonly onChoose: (date: string) => void;
}

const ROWS_WIDE = 7;
const ROWS_NARROW = 4;
/** Rises of systolic pressure, in mmHg, from which the cell is darker; our own steps, 40 as in the esketamine label. */
const RISE_STEPS = [20, 40, 60] as const;

export function BoardLanes(props: BoardLanesProps) {
  const { trajectory, board, activeDate, isPrint } = props;
  const { frame, sessions } = board;
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const rows = useMemo(() => effectRows(trajectory.sessions), [trajectory.sessions]);
  const { shown, hidden } = rowsThatFit(rows, frame.narrow ? ROWS_NARROW : ROWS_WIDE, isOpen || isPrint);
  const placed = new Map(sessions.map(({ session, x }) => [session.id, x]));
  const cellsOf = (row: EffectRow): readonly LaneCell[] =>
    row.cells.flatMap((cell) => {
      const x = placed.get(cell.sessionId);
      if (x === undefined) return [];
      return [
        {
          id: cell.sessionId,
          x,
          text: cell.severity === null ? '' : `${cell.severity}${cell.serious ? '!' : ''}`,
          shade: cell.severity,
          isSerious: cell.serious,
        },
      ];
    });
  const title = lanesTitle(trajectory.sessions, trajectory.sideEffects);
  return (
    <section className={styles['panel']} aria-labelledby={`${id}-title`}>
      <header className={styles['panelHeader']}>
        <div className={styles['panelWords']}>
          <h2 id={`${id}-title`} className={styles['panelTitle']}>
            {title}
          </h2>
          <p id={`${id}-summary`} className={styles['panelSummary']}>
            Number and shade say how severe: 1 mild, 2 moderate, 3 severe; 0 asked and none, blank not asked.
          </p>
        </div>
        <CsvButton
          name={`${props.fileName}-sessions`}
          of="doses and side effects"
          table={() => sessionTable(trajectory.sessions)}
        />
      </header>
      <div className={styles['plot']} data-plot="sessions">
        <DoseLane sessions={sessions} frame={frame} activeDate={activeDate} />
        {shown.map((row) => (
          <EffectLane
            key={row.key}
            name={`${effectName(row)}${row.serious ? ', serious' : ''}`}
            cells={cellsOf(row)}
            frame={frame}
          />
        ))}
        {rows.length === 0 && <EffectLane name="Any side effect" cells={noEffects(board)} frame={frame} />}
        <EffectLane name="Systolic rise, mmHg" cells={riseCells(board)} frame={frame} textRoom={26} />
        <ChartFocus
          label={`${title}. ${sessions.length} sessions: the arrow keys move through them, Enter keeps a day open.`}
          describedBy={`${id}-summary`}
          stops={sessions.length}
          onStop={props.onStop}
          onChoose={(stop) => {
            const chosen = sessions[stop];
            if (chosen !== undefined) props.onChoose(chosen.session.date);
          }}
        />
      </div>
      {board.later.length > 0 && (
        <p className={styles['later']}>{laterWords(board.later, format.dayShort)}</p>
      )}
      {(hidden > 0 || isOpen) && (
        <button
          type="button"
          className={styles['moreButton']}
          aria-expanded={isOpen}
          onClick={() => setIsOpen((open) => !open)}
          data-screen-only
        >
          {isOpen ? 'Show fewer' : `+${hidden} more`}
        </button>
      )}
    </section>
  );
}

function noEffects({ sessions }: Board): readonly LaneCell[] {
  const given = new Set(givenSessions(sessions.map(({ session }) => session)));
  return sessions
    .filter(({ session }) => given.has(session))
    .map(({ session, x }) => ({
      id: session.id,
      x,
      text: session.sideEffectsAsked === 'not-asked' ? '' : '0',
      shade: session.sideEffectsAsked === 'not-asked' ? null : 0,
      isSerious: false,
    }));
}

function riseCells({ sessions }: Board): readonly LaneCell[] {
  return sessions.flatMap(({ session, x }) => {
    const rise = session.pressure.riseSystolic;
    if (rise === null) return [];
    return [
      {
        id: session.id,
        x,
        text: rise > 0 ? `+${Math.round(rise)}` : rise < 0 ? `−${Math.round(-rise)}` : '0',
        shade: RISE_STEPS.filter((step) => rise >= step).length,
        isSerious: false,
      },
    ];
  });
}
