import type { LoggedInstrument } from '@courseline/contracts';
import { thresholdsOf, type ThresholdInstrumentId } from '@courseline/instruments';
import { baseline, type ScorePoint } from '@courseline/outcomes';
import { FRESH_DAYS, type CheckInOccurrence } from '@courseline/treatment';
import type { LoggedPointRow } from './session-log.queries.js';

export interface VisitOfForms {
  readonly sessionId: string;
  readonly onDate: string;
  readonly firstDoseAt: Date | null;
  /** What the plan of the course asks at this visit, answered or not. */
  readonly asked: readonly Pick<CheckInOccurrence, 'instrument' | 'formId'>[];
  /** Whole days from a calendar day to the day of the visit. */
  readonly daysBefore: (day: string) => number;
}

/**
 * One instrument on the page of a visit: whether the plan asks it, what was answered for it already, and what a change
 * is held against. Forms answered up to 72 hours before count for the visit, asked or not.
 */
export function loggedInstrument(
  instrument: ThresholdInstrumentId,
  points: readonly LoggedPointRow[],
  visit: VisitOfForms,
): LoggedInstrument {
  const own = points.filter(
    (point) => point.instrument === instrument && visit.daysBefore(point.on_date) >= 0,
  );
  const answered = own.findLast(
    (point) =>
      point.context !== 'after-dose' &&
      (point.session_id === visit.sessionId ||
        visit.asked.some(({ formId }) => formId === point.assessment_id) ||
        (point.session_id === null && visit.daysBefore(point.on_date) <= FRESH_DAYS)),
  );
  const earlier = own.filter((point) => point !== answered);
  const from = baseline(own.map(toScorePoint), { firstDoseAt: visit.firstDoseAt?.getTime() ?? null });
  const start = own.find((point) => point.assessment_id === from?.id);
  const last = own.at(-1);
  const isDue = answered === undefined && visit.asked.some((each) => each.instrument === instrument);
  const because = isDue ? sinceLast(last, visit) : null;
  const previous = earlier.findLast((point) => point.total !== null);
  const rules = thresholdsOf(instrument);
  const startTotal = start?.total ?? null;
  return {
    instrument,
    due: because !== null,
    dueBecause: because,
    baseline:
      start === undefined || startTotal === null
        ? null
        : {
            assessmentId: start.assessment_id,
            total: startTotal,
            onDate: start.on_date,
            prorated: start.score_status === 'prorated',
          },
    previous: previous?.total == null ? null : { total: previous.total, onDate: previous.on_date },
    reliableChange: {
      points: rules.reliableChange.standard.points,
      ruleId: rules.reliableChange.standard.id,
    },
    minimalImportantChange: rules.minimalImportantChange.points,
    responseAtMost:
      startTotal === null || startTotal === 0
        ? null
        : Math.floor(startTotal * (1 - rules.response.minimumFall)),
    remissionBelow: rules.remission?.below ?? null,
    answered:
      answered === undefined
        ? null
        : {
            assessmentId: answered.assessment_id,
            total: answered.total,
            scoreStatus: answered.score_status,
            answers: answered.answers,
            item9: answered.item_9,
            onDate: answered.on_date,
            at: answered.at?.toISOString() ?? null,
            byName: answered.by_name,
            way: answered.way,
          },
  };
}

function sinceLast(last: LoggedPointRow | undefined, visit: VisitOfForms): string {
  return last === undefined ? 'first of this course' : `last ${visit.daysBefore(last.on_date)} days ago`;
}

function toScorePoint(point: LoggedPointRow): ScorePoint {
  return {
    id: point.assessment_id,
    day: point.day,
    at: point.at?.getTime() ?? null,
    total: point.total,
    afterDose: point.context === 'after-dose',
    prorated: point.score_status === 'prorated',
    imported: point.score_status === 'imported',
  };
}
