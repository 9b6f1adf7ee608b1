import type {
  Trajectory,
  TrajectoryInstrument,
  TrajectoryPoint,
  TrajectorySession,
} from '@courseline/contracts';

/** Where the reader stands: a day, and how far down the figure, so that the card lies beside the eye. */
export interface BoardCursor {
  readonly date: string;
  readonly x: number;
  readonly top: number;
}

/** What is known of one day. */
export interface DayRecord {
  readonly date: string;
  readonly sessions: readonly TrajectorySession[];
  readonly forms: readonly { readonly instrument: TrajectoryInstrument; readonly point: TrajectoryPoint }[];
}

export function dayRecord(trajectory: Trajectory, date: string): DayRecord {
  return {
    date,
    sessions: trajectory.sessions.filter((session) => session.date === date),
    forms: trajectory.instruments.flatMap((instrument) =>
      instrument.points.filter((point) => point.date === date).map((point) => ({ instrument, point })),
    ),
  };
}

/** Days on which something happened, in order. */
export function recordedDays(trajectory: Trajectory): readonly string[] {
  const dates = [
    ...trajectory.sessions.map(({ date }) => date),
    ...trajectory.instruments.flatMap(({ points }) => points.map(({ date }) => date)),
  ];
  return [...new Set(dates)].sort();
}
