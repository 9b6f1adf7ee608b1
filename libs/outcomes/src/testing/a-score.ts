import type { ScorePoint } from '../score-point.js';

/** A usable score on a day of a course; its id is its day unless a test says otherwise. */
export function aScore(day: number, total: number | null, more: Partial<ScorePoint> = {}): ScorePoint {
  return { id: `day ${day}`, day, total, afterDose: false, ...more };
}

/** An instant on a day of a course: day zero is 3 November 2025, hours in UTC. */
export function instant(day: number, hour: number): number {
  return Date.UTC(2025, 10, 3 + day, hour);
}
