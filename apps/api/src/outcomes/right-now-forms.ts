import type { RightNowForm } from '@courseline/contracts';
import type { PointRow } from './trajectory.queries.js';

/** A dose that was given, with the session it was given in. */
export interface SessionDose {
  readonly sessionId: string;
  readonly date: string;
  /** Epoch milliseconds; null where only the day is known. */
  readonly at: number | null;
}

type AnsweredForm = Pick<PointRow, 'id' | 'instrument' | 'on_date' | 'at' | 'answers' | 'context'>;

const HOUR = 3_600_000;

/**
 * The forms of the state right now, each with its dose and the hours from it. Our own rule: a form of the day of a
 * dose, answered at its start or before, belongs before that dose (0 or negative hours) unless it is filed as after a
 * dose; every other one belongs after the last dose before it. Neither dose nor hours where the form has no time, no
 * dose went before, or that dose has no time: then nobody knows how long it was.
 */
export function rightNowForms(
  rows: readonly AnsweredForm[],
  doses: readonly SessionDose[],
): readonly RightNowForm[] {
  return rows
    .filter(({ instrument, answers }) => instrument === 'right-now' && answers !== null)
    .map((row) => {
      const at = row.at?.getTime() ?? null;
      const dose = at === null ? null : doseOf(row, at, doses);
      return {
        id: row.id,
        date: row.on_date,
        at: row.at?.toISOString() ?? null,
        sessionId: dose?.sessionId ?? null,
        hoursFromDose: at === null || dose === null ? null : (at - dose.at) / HOUR,
        answers: row.answers ?? [],
      };
    });
}

type TimedDose = SessionDose & { readonly at: number };

function isTimed(dose: SessionDose): dose is TimedDose {
  return dose.at !== null;
}

function doseOf(row: AnsweredForm, at: number, doses: readonly SessionDose[]): TimedDose | null {
  const timed = doses.filter(isTimed).toSorted((a, b) => a.at - b.at);
  const next = timed.find((dose) => dose.at >= at && dose.date === row.on_date);
  if (next !== undefined && row.context !== 'after-dose') return next;
  const last = timed.findLast((dose) => dose.at < at);
  if (last === undefined) return null;
  const isOvertaken = doses.some(
    (dose) => dose.at === null && dose.date >= last.date && dose.date <= row.on_date,
  );
  return isOvertaken ? null : last;
}
