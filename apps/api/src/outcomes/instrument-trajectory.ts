import type {
  InstrumentStanding,
  TrajectoryInstrument,
  TrajectoryPoint,
  TrajectoryThresholds,
} from '@courseline/contracts';
import { bandOf, getInstrument, thresholdsOf, type InstrumentId } from '@courseline/instruments';
import {
  baseline,
  courseOutcome,
  courseStatus,
  currentOutcomeRules,
  percentOfBaseline,
  type ScoredPoint,
} from '@courseline/outcomes';
import { idsInTrend, scoresOf, type CourseFacts, type DatedPoint } from './course-facts.js';
import type { PointRow } from './trajectory.queries.js';

/** One instrument on its way through a course: every form, and where the course stands by it. */
export function instrumentTrajectory(
  instrument: InstrumentId,
  rows: readonly PointRow[],
  course: CourseFacts,
): TrajectoryInstrument {
  const definition = getInstrument(instrument);
  const points = rows.map((row) => toDatedPoint(row));
  const start =
    course.dayZero === null
      ? null
      : baseline(points, { firstDoseAt: course.firstDoseAt, doses: course.courseDoses });
  const inTrend = idsInTrend(points, course.doses);
  const startRow = rows.find(({ id }) => id === start?.id);
  return {
    id: instrument,
    version: definition.version,
    name: definition.name,
    title: definition.title,
    range: definition.range,
    bands: definition.bands.map(({ id, label, from, to }) => ({ id, label, from, to })),
    bandSource: definition.bandSource,
    cutLine: cutLineOf(instrument),
    thresholds: thresholdsInForce(instrument),
    baseline:
      start === null || startRow === undefined
        ? null
        : { pointId: start.id, date: start.date, total: start.total, status: startRow.score_status },
    responseLine: responseLine(instrument, start),
    standing: standing(instrument, points, course),
    points: rows.map((row) => toPoint(row, start, inTrend.has(row.id))),
  };
}

export function toDatedPoint(
  row: Pick<PointRow, 'id' | 'on_date' | 'day' | 'at' | 'total' | 'context' | 'score_status'>,
): DatedPoint {
  return {
    id: row.id,
    date: row.on_date,
    day: row.day ?? 0,
    at: row.at?.getTime() ?? null,
    total: row.total,
    afterDose: row.context === 'after-dose',
    prorated: row.score_status === 'prorated',
    imported: row.score_status === 'imported',
  };
}

function toPoint(row: PointRow, start: ScoredPoint<DatedPoint> | null, inTrend: boolean): TrajectoryPoint {
  const definition = getInstrument(row.instrument, row.instrument_version);
  const isAfterStart = start !== null && row.day !== null && row.day > start.day && row.id !== start.id;
  return {
    id: row.id,
    date: row.on_date,
    at: row.at?.toISOString() ?? null,
    day: row.day,
    total: row.total,
    status: row.score_status,
    answered: row.answers?.filter((answer) => answer !== null).length ?? 0,
    answers: row.answers,
    item9: row.item_9,
    context: row.context,
    way: row.way,
    enteredBy: row.entered_by,
    sessionId: row.session_id,
    bandId: row.total === null ? null : (bandOf(definition, row.total)?.id ?? null),
    change: row.total === null || !isAfterStart ? null : row.total - start.total,
    percentOfBaseline: percentOfBaseline(start?.total ?? null, row.total),
    inTrend,
  };
}

/** The instrument's first cut-off, where no bands are founded; a scale of right now has none. */
function cutLineOf(instrument: InstrumentId): TrajectoryInstrument['cutLine'] {
  const { bands, cutOffs } = getInstrument(instrument);
  const cut = cutOffs.find(({ cluster }) => cluster === undefined);
  if (bands.length > 0 || cut === undefined) return null;
  return { value: cut.value, label: cut.label, source: cut.source };
}

function responseLine(
  instrument: InstrumentId,
  start: ScoredPoint<DatedPoint> | null,
): TrajectoryInstrument['responseLine'] {
  const thresholds = thresholdsOf(instrument);
  if (thresholds === null || start === null || start.total === 0) return null;
  const at = start.total * (1 - thresholds.response.minimumFall);
  return { at, orLess: Math.floor(at) };
}

function thresholdsInForce(instrument: InstrumentId): TrajectoryThresholds | null {
  const set = thresholdsOf(instrument);
  if (set === null) return null;
  const rules = currentOutcomeRules(set.instrument);
  const { caseCutOff, response, remission, minimalImportantChange, reliableChange, deterioration } = set;
  const sourced = (id: string, { citation, ownRule }: { citation: string; ownRule: boolean }) => ({
    id,
    citation,
    ownRule,
  });
  return {
    ruleSetId: set.id,
    caseCutOff: { ...sourced(rules.caseCutOff.id, caseCutOff.standard), atLeast: rules.caseCutOff.atLeast },
    response: { ...sourced(rules.response.id, response), fallPercent: rules.response.fallPercent },
    remission:
      remission === null || rules.remission === null
        ? null
        : { ...sourced(rules.remission.id, remission), below: rules.remission.below },
    minimalImportantChange: {
      ...sourced(rules.minimalImportantDifference.id, minimalImportantChange),
      points: rules.minimalImportantDifference.points,
      upTo: minimalImportantChange.upTo,
    },
    reliableChange: {
      ...sourced(rules.reliableChange.id, reliableChange.standard),
      points: rules.reliableChange.points,
    },
    reliableRise: {
      ...sourced(rules.reliableDeterioration.id, deterioration.report),
      points: rules.reliableDeterioration.points,
    },
  };
}

function standing(
  instrument: InstrumentId,
  points: readonly DatedPoint[],
  course: CourseFacts,
): InstrumentStanding | null {
  const set = thresholdsOf(instrument);
  const scores = scoresOf(course, points);
  if (set === null || scores === null) return null;
  const rules = currentOutcomeRules(set.instrument);
  const { status, ruleId } = courseStatus(scores, rules, course.sessionsGiven);
  const outcome = courseOutcome(scores, rules, 'last-recorded');
  const { last, baseline: start } = outcome;
  return {
    status,
    ruleId,
    latest: last === null ? null : { pointId: last.id, date: last.date, total: last.total },
    change: outcome.change,
    percentFall: outcome.percentFall,
    days: last === null || start === null ? null : last.day - start.day,
    noticeable: outcome.minimalImportantDifference,
    reliableFall: outcome.reliableImprovement,
    reliableRise: outcome.reliableDeterioration,
    response: outcome.response,
    remission: outcome.remission,
    eligible: outcome.eligible,
  };
}
