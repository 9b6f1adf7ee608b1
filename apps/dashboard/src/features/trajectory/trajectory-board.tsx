import type { Trajectory } from '@courseline/contracts';
import { useMemo, useRef, useState, type PointerEvent } from 'react';
import { AxisLane } from '../../charts/axis-lane';
import type { AxisTick } from '../../charts/axis-ticks';
import { isInPlot } from '../../charts/frame';
import { PhaseLane } from '../../charts/phase-lane';
import { useFigureSize } from '../../charts/use-figure-size';
import { useFormat } from '../../ui/format-context';
import { BoardCard } from './board-card';
import type { BoardCursor } from './board-cursor';
import { BoardLanes } from './board-lanes';
import { boardOf, nearestDay, type BoardPanel as Panel, type BoardView } from './board-model';
import { BoardPanel } from './board-panel';
import styles from './board.module.css';
import { pointWords } from './point-words';
import { sessionSentence } from './session-words';
import { tickLabel } from './tick-label';

interface TrajectoryBoardProps {
  readonly trajectory: Trajectory;
  readonly view: BoardView;
  /** The day that is open beside the chart. */
  readonly day: string | null;
  readonly onDay: (date: string | null) => void;
}

const HEIGHTS = {
  print: { first: 128, others: 108 },
  narrow: { first: 176, others: 160 },
  wide: { first: 184, others: 152 },
} as const;

/** The trajectory: all instruments, doses and side effects of a course over one axis. */
export function TrajectoryBoard({ trajectory, view, day, onDay }: TrajectoryBoardProps) {
  const format = useFormat();
  const figure = useRef<HTMLElement>(null);
  const { width, isPrint } = useFigureSize(figure);
  const [cursor, setCursor] = useState<BoardCursor | null>(null);
  const [said, setSaid] = useState('');
  const board = useMemo(
    () => (width === 0 ? null : boardOf(trajectory, view, width, format.timeZone)),
    [trajectory, view, width, format.timeZone],
  );
  const fileName = `trajectory-${trajectory.patient.mrn.replaceAll(/[^A-Za-z0-9-]/g, '_')}`;
  const heights = isPrint ? HEIGHTS.print : board?.frame.narrow === true ? HEIGHTS.narrow : HEIGHTS.wide;

  const dayUnder = (event: PointerEvent): BoardCursor | null => {
    const element = figure.current;
    if (element === null || board === null || isControl(event.target)) return null;
    const box = element.getBoundingClientRect();
    const x = event.clientX - box.left;
    if (!isInPlot(x, board.frame)) return null;
    const nearest = nearestDay(board.days, x);
    return nearest === null ? null : { ...nearest, top: Math.max(0, event.clientY - box.top + 16) };
  };
  const topOf = (plot: string): number => {
    const element = figure.current?.querySelector(`[data-plot="${plot}"]`);
    const box = figure.current?.getBoundingClientRect();
    return element == null || box === undefined ? 0 : element.getBoundingClientRect().bottom - box.top + 8;
  };
  const stand = (date: string, plot: string): void => {
    const at = board?.days.find((each) => each.date === date);
    setCursor(at === undefined ? null : { ...at, top: topOf(plot) });
  };
  const leave = (): void => {
    setCursor(null);
    setSaid('');
  };
  const onPanelStop = (panel: Panel, stop: number | null): void => {
    const mark = stop === null ? undefined : panel.series.marks[stop];
    if (mark === undefined) {
      leave();
      return;
    }
    stand(mark.date, panel.instrument.id);
    setSaid(`${format.dayShort(mark.date)}. ${pointWords(panel.instrument, mark.point, format)}.`);
  };
  const onSessionStop = (stop: number | null): void => {
    const session = stop === null ? undefined : board?.sessions[stop]?.session;
    if (session === undefined) {
      leave();
      return;
    }
    stand(session.date, 'sessions');
    setSaid(`${format.dayShort(session.date)}. ${sessionSentence(session, format)}.`);
  };

  const activeDate = cursor?.date ?? day;
  return (
    <figure
      ref={figure}
      className={styles['board']}
      aria-label="Trajectory of the course"
      onPointerMove={(event) => {
        if (event.pointerType === 'mouse') setCursor(dayUnder(event));
      }}
      onPointerLeave={() => setCursor(null)}
      onPointerUp={(event) => {
        const chosen = dayUnder(event);
        if (chosen !== null && event.button === 0) onDay(chosen.date);
      }}
    >
      {board !== null && (
        <>
          <PhaseLane phases={board.phases} frame={board.frame} />
          {board.panels.map((panel, index) => (
            <BoardPanel
              key={panel.instrument.id}
              panel={panel}
              scale={view.scale}
              frame={board.frame}
              horizontal={board.horizontal}
              height={index === 0 ? heights.first : heights.others}
              activeDate={activeDate}
              fileName={fileName}
              isSummarised={index === 0}
              onStop={onPanelStop}
              onChoose={onDay}
            />
          ))}
          {trajectory.sessions.length > 0 && (
            <BoardLanes
              trajectory={trajectory}
              board={board}
              activeDate={activeDate}
              fileName={fileName}
              isPrint={isPrint}
              onStop={onSessionStop}
              onChoose={onDay}
            />
          )}
          <AxisLane
            ticks={board.ticks}
            frame={board.frame}
            label={(tick: AxisTick) => tickLabel(tick, trajectory.today, format.locale)}
          />
          <Crosshair board={board} date={activeDate} isPinned={cursor === null} />
          {cursor !== null && <BoardCard trajectory={trajectory} cursor={cursor} width={width} />}
        </>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </figure>
  );
}

interface CrosshairProps {
  readonly board: NonNullable<ReturnType<typeof boardOf>>;
  readonly date: string | null;
  readonly isPinned: boolean;
}

function Crosshair({ board, date, isPinned }: CrosshairProps) {
  const at = board.days.find((each) => each.date === date);
  if (at === undefined || !isInPlot(at.x, board.frame)) return null;
  return (
    <span
      className={isPinned ? styles['crosshairPinned'] : styles['crosshair']}
      style={{ left: at.x }}
      aria-hidden
      data-screen-only
    />
  );
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a') !== null;
}
