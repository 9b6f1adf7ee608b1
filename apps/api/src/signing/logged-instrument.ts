import type { LoggedInstrument } from '@courseline/contracts';
import { thresholdsOf, type ThresholdInstrumentId } from '@courseline/instruments';
import { baseline, type ScorePoint } from '@courseline/outcomes';
import { formDue, type FormHistory } from '@courseline/treatment';
import type { LoggedPointRow } from './session-log.queries.js';

export interface VisitOfForms {
  readonly sessionId: string;
  readonly onDate: string;
  readonly firstDoseAt: Date | null;
  readonly phase: FormHistory['phase'];
  readonly asksTrauma: boolean;
  /** Whole days from a calendar day to the day of the visit. */
  readonly daysBefore: (day: string) => number;
}

/**
 * One instrument on the page of a visit: whether it is due, what was answered for it already, and what a change is
 * held against. Forms answered up to 72 hours before count for the visit.
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
        (point.session_id === null && formDueAfter(instrument, point, visit) === null)),
  );
  const earlier = own.filter((point) => point !== answered);
  const from = baseline(own.map(toScorePoint), { firstDoseAt: visit.firstDoseAt?.getTime() ?? null });
  const start = own.find((point) => point.assessment_id === from?.id);
  const last = own.at(-1);
  const because = answered === undefined ? formDueAfter(instrument, last, visit) : null;
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

function formDueAfter(
  instrument: string,
  last: LoggedPointRow | undefined,
  visit: VisitOfForms,
): string | null {
  return formDue({
    instrument,
    daysSinceLast: last === undefined ? null : visit.daysBefore(last.on_date),
    asksTrauma: visit.asksTrauma,
    phase: visit.phase,
  });
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
