import type { CoursePhase, SessionState } from '@courseline/contracts';
import { phaseWords } from './clinical-words';

/** Days between sessions that people have words for; the number is as it is stored. */
const intervals: readonly (readonly [number, string])[] = [
  [1, 'daily'],
  [2.33, 'three times a week'],
  [3.5, 'twice a week'],
  [7, 'weekly'],
  [14, 'every 2 weeks'],
  [21, 'every 3 weeks'],
  [28, 'every 4 weeks'],
];

export const intervalOptions = intervals.map(([days, words]) => ({ value: String(days), label: words }));

/** "twice a week", or "every 10 days" where there is no shorter way to say it. */
export function intervalWords(days: number): string {
  const known = intervals.find(([each]) => Math.abs(each - days) < 0.005);
  return known?.[1] ?? `every ${days} days`;
}

interface PhasePlanWords {
  readonly phase: CoursePhase;
  readonly plannedSessions: number | null;
  readonly intervalDays: number | null;
}

/** "Induction: 6 sessions, twice a week". */
export function phasePlanWords({ phase, plannedSessions, intervalDays }: PhasePlanWords): string {
  const parts = [
    plannedSessions === null ? null : plannedSessions === 1 ? '1 session' : `${plannedSessions} sessions`,
    intervalDays === null ? null : intervalWords(intervalDays),
  ].filter((part) => part !== null);
  return parts.length === 0 ? phaseWords[phase] : `${phaseWords[phase]}: ${parts.join(', ')}`;
}

export const sessionStateWords: Readonly<Record<SessionState, string>> = {
  planned: 'planned',
  cancelled: 'cancelled',
  'no-show': 'did not come',
  given: 'given',
  'stopped-early': 'stopped early',
};

interface OrderWords {
  readonly orderedMg: number | null;
  readonly orderedMgPerKg: number | null;
}

/** "0.5 mg/kg" or "56 mg"; null where nothing is ordered. */
export function orderWords({ orderedMg, orderedMgPerKg }: OrderWords): string | null {
  if (orderedMgPerKg !== null) return `${orderedMgPerKg} mg/kg`;
  return orderedMg === null ? null : `${orderedMg} mg`;
}
