import { Injectable } from '@nestjs/common';
import type { OwnInstrument, OwnOverview, OwnPoint } from '@courseline/contracts';
import { getInstrument, thresholdsOf } from '@courseline/instruments';
import { baseline, trendPoints, type ScorePoint } from '@courseline/outcomes';
import { dayIn, daysBetween } from '../clinics/clinic-calendar.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { ASKED_OF_PATIENTS } from './due-forms.js';
import { OwnDue } from './own-due.service.js';
import { OwnRecordQueries, type OwnPointRow } from './own-record.queries.js';

const DAY_MS = 86_400_000;

interface CourseStart {
  readonly dayZero: string | null;
  readonly firstDoseAt: Date | null;
}

/** A patient's own page: numbers only, the words are made where they are read. */
@Injectable()
export class OwnOverviewService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: OwnRecordQueries,
    private readonly due: OwnDue,
  ) {}

  async get(): Promise<OwnOverview> {
    const person = await this.queries.findPerson();
    const clinic = await this.queries.findClinic();
    const { patientId } = this.context.principal;
    if (person === null || clinic === null || patientId === null) throw new DomainError('not-found');
    this.context.touch(patientId);
    const today = dayIn(this.context.clinic.timeZone, this.clock.now());
    const course = await this.queries.findCourse();
    const points = await this.queries.listPoints(course?.id ?? null);
    const upcoming = await this.queries.listUpcoming(today);
    const risk = await this.queries.findRiskAnswer(today, new Date(this.clock.now().getTime() - DAY_MS));
    const start = { dayZero: course?.day_zero ?? null, firstDoseAt: course?.first_dose_at ?? null };
    const instruments = ASKED_OF_PATIENTS.map((instrument) =>
      ownInstrument(
        instrument,
        points.filter((point) => point.instrument === instrument && (course === null || point.of_course)),
        start,
      ),
    ).filter((instrument) => instrument.points.length > 0);
    return {
      givenName: person.given_name === '' ? person.family_name : person.given_name,
      since: instruments.flatMap(({ first }) => (first === null ? [] : [first.onDate])).sort()[0] ?? null,
      instruments,
      ...(await this.due.get({
        courseId: course?.id ?? null,
        points,
        indications: person.indications,
        today,
        nextSessionOn: upcoming[0]?.on_date ?? null,
      })),
      upcoming: upcoming.map((session) => ({
        sessionId: session.id,
        onDate: session.on_date,
        at: session.planned_at?.toISOString() ?? null,
      })),
      lastSession: await this.lastSession(),
      riskAnswer:
        risk === null
          ? null
          : {
              onDate: risk.on_date ?? dayIn(this.context.clinic.timeZone, risk.at ?? this.clock.now()),
              at: risk.at?.toISOString() ?? null,
            },
      crisisLines: clinic.crisis_lines,
      clinicPhone: clinic.phone,
      openingHours: clinic.opening_hours,
    };
  }

  private async lastSession(): Promise<OwnOverview['lastSession']> {
    const session = await this.queries.findLastGiven();
    if (session === null) return null;
    const effects = await this.queries.listSideEffects(session.id);
    return {
      sessionId: session.id,
      onDate: session.on_date,
      asked: await this.queries.isAskedAbout(session.id),
      sideEffects: effects.map((effect) => ({
        reportId: effect.report_id,
        code: effect.code,
        severity: effect.severity,
        durationMinutes: effect.duration_minutes,
        note: effect.note,
      })),
    };
  }
}

function ownInstrument(
  instrument: (typeof ASKED_OF_PATIENTS)[number],
  rows: readonly OwnPointRow[],
  start: CourseStart,
): OwnInstrument {
  const scored = trendPoints(rows.map((row) => ({ ...toScorePoint(row, start.dayZero), row })));
  const from =
    start.dayZero === null
      ? (scored[0] ?? null)
      : baseline(scored, { firstDoseAt: start.firstDoseAt?.getTime() ?? null });
  const latest = scored.at(-1);
  const thresholds = thresholdsOf(instrument);
  const change =
    from === null || latest === undefined || latest.id === from.id ? null : latest.total - from.total;
  return {
    instrument,
    highest: getInstrument(instrument).range.max,
    first: from === null ? null : toOwnPoint(from.row, from.total),
    latest: latest === undefined ? null : toOwnPoint(latest.row, latest.total),
    change,
    beyondMeasurementError:
      change === null ? null : Math.abs(change) >= thresholds.reliableChange.standard.points,
    noticeable: change === null ? null : Math.abs(change) >= thresholds.minimalImportantChange.points,
    points: scored.map((point) => toOwnPoint(point.row, point.total)),
  };
}

function toScorePoint(row: OwnPointRow, dayZero: string | null): ScorePoint {
  return {
    id: row.id,
    day: dayZero === null ? 0 : daysBetween(dayZero, row.on_date),
    at: row.at?.getTime() ?? null,
    total: row.total,
    afterDose: row.context === 'after-dose',
  };
}

function toOwnPoint(row: OwnPointRow, total: number): OwnPoint {
  return { onDate: row.on_date, at: row.at?.toISOString() ?? null, total, status: row.score_status };
}
