import type { Trajectory, TrajectoryInstrument, TrajectorySession } from '@courseline/contracts';
import { clippedAxis, dateAxis, sessionAxis, type ChartAxis, type Moment } from '../../charts/axis';
import { axisTicks, type AxisTick } from '../../charts/axis-ticks';
import { DAY_MS, dayStart, midday, standingTimes } from '../../charts/chart-time';
import { frameOf, horizontalScale, type Frame, type HorizontalScale } from '../../charts/frame';
import { scoreSeries, type ScoreScale, type ScoreSeries } from '../../charts/score-series';
import { phaseWords } from '../../messages/clinical-words';

export interface BoardView {
  readonly axis: 'date' | 'session';
  readonly scale: ScoreScale;
  /** Position in the course's phases; null for the whole course. */
  readonly phase: number | null;
}

export interface BoardPanel {
  readonly instrument: TrajectoryInstrument;
  readonly series: ScoreSeries;
}

interface PlacedSession {
  readonly session: TrajectorySession;
  readonly x: number;
}

/** A day on which something happened: what the crosshair stops at. */
export interface BoardDay {
  readonly date: string;
  readonly x: number;
}

export interface Board {
  readonly frame: Frame;
  readonly axis: ChartAxis;
  readonly horizontal: HorizontalScale;
  readonly ticks: readonly AxisTick[];
  readonly panels: readonly BoardPanel[];
  readonly sessions: readonly PlacedSession[];
  /** Planned too far ahead to be drawn; they are said in words. */
  readonly later: readonly TrajectorySession[];
  readonly phases: readonly {
    readonly key: string;
    readonly labels: readonly string[];
    readonly from: number;
    readonly to: number;
    readonly isOpen: boolean;
  }[];
  readonly days: readonly BoardDay[];
}

const TICK_GAP = 50;
/** How far beyond today a planned session may lie and still be shown: it must not squeeze what happened. */
const AHEAD_SHARE = 0.2;
const AHEAD_LEAST = 14 * DAY_MS;

interface PlacedMoment extends Moment {
  readonly session: TrajectorySession;
}

function sessionMoments(sessions: readonly TrajectorySession[], zone: string): readonly PlacedMoment[] {
  const times = standingTimes(sessions, zone);
  return sessions.map((session, index) => ({
    session,
    date: session.date,
    time: times[index] ?? midday(session.date),
  }));
}

/** Instruments with a form in the course; an empty panel would say nothing that a line of text does not say better. */
export function drawnInstruments(trajectory: Trajectory): readonly TrajectoryInstrument[] {
  return trajectory.instruments.filter(({ points }) => points.length > 0);
}

function shownSessions(trajectory: Trajectory, moments: readonly PlacedMoment[]): readonly PlacedMoment[] {
  const times = [
    ...trajectory.instruments.flatMap(({ points }) => points.map(({ date }) => midday(date))),
    ...moments.filter(({ session }) => session.state !== 'planned').map(({ time }) => time),
  ];
  const now = midday(trajectory.today);
  const first = Math.min(now, ...times);
  const limit = now + Math.max(AHEAD_LEAST, (now - first) * AHEAD_SHARE);
  return moments.filter(({ time }) => time <= limit);
}

function axisFor(
  trajectory: Trajectory,
  view: BoardView,
  moments: readonly PlacedMoment[],
): ChartAxis | null {
  const course = trajectory.course;
  const happened: Moment[] = [
    ...moments,
    ...trajectory.instruments.flatMap(({ points }) =>
      points.map(({ date }) => ({ date, time: midday(date) })),
    ),
  ];
  if (happened.length === 0) return null;
  if (course !== null && course.endedOn === null && view.axis === 'date') {
    happened.push({ date: trajectory.today, time: midday(trajectory.today) });
  }
  const numbered = moments.flatMap(({ session, ...moment }) =>
    session.number === null ? [] : [{ ...moment, number: session.number }],
  );
  const whole = (view.axis === 'session' ? sessionAxis(happened, numbered) : null) ?? dateAxis(happened);
  const phase = view.phase === null ? undefined : course?.phases[view.phase];
  if (whole === null || phase === undefined || phase.from === null) return whole;
  const lastTime = Math.max(...happened.map(({ time }) => time));
  const to = phase.to ?? trajectory.today;
  return clippedAxis(
    whole,
    { date: phase.from, time: midday(phase.from) },
    { date: to, time: Math.min(midday(to), Math.max(lastTime, midday(phase.from))) },
  );
}

function placedPhases(trajectory: Trajectory, axis: ChartAxis, horizontal: HorizontalScale): Board['phases'] {
  const course = trajectory.course;
  return (course?.phases ?? []).flatMap((span, index) => {
    if (span.from === null) return [];
    const count = span.planned === null ? `${span.given}` : `${span.given} of ${span.planned}`;
    const end = span.to ?? trajectory.today;
    const at = (date: string): number => horizontal.at(axis.position({ date, time: midday(date) }));
    return [
      {
        key: `${index}`,
        labels: [`${phaseWords[span.phase]}, ${count}`, phaseWords[span.phase], count],
        from: at(span.from) - 12,
        to: at(end) + 12,
        isOpen: span.to === null,
      },
    ];
  });
}

/** Everything the figure draws, in pixels of one frame; null when nothing happened in the course yet. */
export function boardOf(trajectory: Trajectory, view: BoardView, width: number, zone: string): Board | null {
  const all = sessionMoments(trajectory.sessions, zone);
  const moments = shownSessions(trajectory, all);
  const axis = axisFor(trajectory, view, moments);
  if (axis === null) return null;
  const frame = frameOf(width);
  const horizontal = horizontalScale(axis, frame);
  const panels = drawnInstruments(trajectory).map((instrument) => ({
    instrument,
    series: scoreSeries(instrument.points, axis, view.scale, zone),
  }));
  const sessions = moments.map((moment) => ({ session: moment.session, x: horizontal.x(moment) }));
  const pointMoments = panels.flatMap(({ series }) => series.marks);
  const dates = [...new Set([...pointMoments, ...moments].map(({ date }) => date))].sort();
  return {
    frame,
    axis,
    horizontal,
    panels,
    sessions,
    later: all.filter((moment) => !moments.includes(moment)).map(({ session }) => session),
    phases: placedPhases(trajectory, axis, horizontal),
    days: dates.map((date) => ({
      date,
      x: horizontal.at(axis.position({ date, time: dayStart(date) + DAY_MS / 2 })),
    })),
    ticks: axisTicks({
      axis,
      scale: horizontal,
      moments: dates.map((date) => ({ date, time: midday(date) })),
      sessions: moments.flatMap(({ session, ...moment }) =>
        session.number === null ? [] : [{ ...moment, number: session.number }],
      ),
      gap: TICK_GAP,
      today: trajectory.today,
    }),
  };
}

/** The day nearest to a pixel of the plot; null where there is none. */
export function nearestDay(days: readonly BoardDay[], x: number): BoardDay | null {
  return days.reduce<BoardDay | null>(
    (nearest, day) => (nearest === null || Math.abs(day.x - x) < Math.abs(nearest.x - x) ? day : nearest),
    null,
  );
}
