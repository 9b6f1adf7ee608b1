import { Injectable } from '@nestjs/common';
import type { LoggedInstrument, SessionLog } from '@courseline/contracts';
import { askedAtVisit } from '@courseline/treatment';
import { CheckInReader } from '../check-in-plans/check-in-reader.js';
import { asksAboutNow } from '../check-in-plans/clinic-days.js';
import { instantAt, wholeYearsBetween, daysBetween, dayIn } from '../clinics/clinic-calendar.js';
import { Clock } from '../http/clock.js';
import { RequestContext } from '../http/request-context.js';
import { AlertsService } from '../safety/alerts.service.js';
import { loggedInstrument } from './logged-instrument.js';
import { LoggedSessionQueries, type LoggedSessionRow } from './logged-session.queries.js';
import { SessionDraftService } from './session-draft.service.js';
import { SessionLogQueries } from './session-log.queries.js';
import { SignedSessionReader } from './signed-session.reader.js';

const INSTRUMENTS = ['phq-9', 'gad-7', 'pcl-5'] as const;

/** Everything the page of a session needs, in one answer. */
@Injectable()
export class SessionLogService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly sessions: LoggedSessionQueries,
    private readonly queries: SessionLogQueries,
    private readonly drafts: SessionDraftService,
    private readonly alerts: AlertsService,
    private readonly signed: SignedSessionReader,
    private readonly plans: CheckInReader,
  ) {}

  async get(sessionId: string): Promise<SessionLog> {
    const session = await this.sessions.get(sessionId);
    this.context.touch(session.patient_id);
    const { clinic, principal } = this.context;
    const today = dayIn(clinic.timeZone, this.clock.now());
    const points = await this.queries.listPoints(session);
    const planned = await this.plans.read(session.course_id);
    const asked = planned === null ? [] : askedAtVisit({ ...planned, sessionId, asksAboutNow });
    const lastWeight = await this.sessions.lastWeight(session);
    const signed = await this.signed.fields(sessionId);
    const instruments = INSTRUMENTS.map((instrument) =>
      loggedInstrument(instrument, points, {
        sessionId,
        onDate: session.on_date,
        firstDoseAt: session.first_dose_at,
        asked,
        daysBefore: (day) => daysBetween(day, session.on_date),
      }),
    );
    return {
      session: sessionOfPage(session),
      patient: {
        id: session.patient_id,
        name: [session.given_name, session.family_name].filter((part) => part !== '').join(' '),
        age: session.birth_date === null ? null : wholeYearsBetween(session.birth_date, today),
        allergies: session.allergies,
        contraindications: session.contraindications,
      },
      lastWeight:
        lastWeight === null
          ? null
          : {
              kg: lastWeight.weight_kg,
              entered: lastWeight.weight_entered,
              unit: lastWeight.weight_unit,
              on: lastWeight.weight_on,
            },
      instruments,
      alerts: await this.alertsOf(session, instruments),
      maySign: principal.roles.includes('clinician'),
      draft: await this.drafts.find(sessionId),
      signed:
        signed === null
          ? null
          : {
              fields: { ...signed.fields },
              byName: signed.byName,
              at: signed.at.toISOString(),
              assessmentIds: { ...signed.assessmentIds },
            },
    };
  }

  /** Open ones, those of the day, and those of the forms that stand with the session, however long ago. */
  private async alertsOf(
    session: LoggedSessionRow,
    instruments: readonly LoggedInstrument[],
  ): Promise<SessionLog['alerts']> {
    const answered = instruments.flatMap((logged) => logged.answered ?? []);
    const days = [session.on_date, ...answered.map(({ onDate }) => onDate)].sort();
    const startOf = (day: string) => instantAt(this.context.clinic.timeZone, day, '00:00');
    const alerts = await this.alerts.listOfPatient(session.patient_id, startOf(days[0] ?? session.on_date));
    const startOfVisit = startOf(session.on_date).toISOString();
    return alerts.filter(
      (alert) =>
        alert.open ||
        alert.raisedAt >= startOfVisit ||
        answered.some(({ assessmentId }) => assessmentId === alert.assessmentId),
    );
  }
}

function sessionOfPage(session: LoggedSessionRow): SessionLog['session'] {
  const own = session.ordered_mg !== null || session.ordered_mg_per_kg !== null;
  return {
    id: session.id,
    version: session.n,
    state: session.state,
    number: session.number,
    plannedCount: session.planned_sessions,
    phase: session.phase,
    courseId: session.course_id,
    plannedAt: session.planned_at?.toISOString() ?? null,
    onDate: session.on_date,
    agent: session.agent,
    route: session.route,
    orderedMg: own ? session.ordered_mg : session.course_ordered_mg,
    orderedMgPerKg: own ? session.ordered_mg_per_kg : session.course_ordered_mg_per_kg,
    infusionMinutes: session.infusion_minutes ?? session.course_infusion_minutes,
  };
}
