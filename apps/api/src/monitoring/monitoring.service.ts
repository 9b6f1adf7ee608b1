import { Injectable } from '@nestjs/common';
import type {
  EarlierSessions,
  NewMonitoringEntry,
  SessionMonitor,
  TimelineEntry,
} from '@courseline/contracts';
import { MONITORING_STOPS_VERSION } from '@courseline/treatment';
import { dayIn, wholeYearsBetween } from '../clinics/clinic-calendar.js';
import { newId } from '../database/ids.js';
import { ClinicEvents } from '../events/clinic-events.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { AlertsService } from '../safety/alerts.service.js';
import { SessionAlerts } from '../safety/session-alerts.service.js';
import { DraftMerger } from '../signing/draft-merger.js';
import { LoggedSessionQueries, type LoggedSessionRow } from '../signing/logged-session.queries.js';
import { changesBetween, draftOfTimeline, rowFor } from './draft-of-timeline.js';
import { EarlierSessionsQueries } from './earlier-sessions.queries.js';
import { entryProblems } from './entry-rules.js';
import { SessionEventEntity } from './session-event.entity.js';
import { SessionEventsQueries, type KeptEntry } from './session-events.queries.js';

/** The timeline of a session: written by several people at once, each entry kept as it came. */
@Injectable()
export class MonitoringService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly sessions: LoggedSessionQueries,
    private readonly events: SessionEventsQueries,
    private readonly earlierSessions: EarlierSessionsQueries,
    private readonly drafts: DraftMerger,
    private readonly alerts: AlertsService,
    private readonly sessionAlerts: SessionAlerts,
    private readonly announcer: ClinicEvents,
  ) {}

  async get(sessionId: string): Promise<SessionMonitor> {
    const session = await this.sessions.get(sessionId);
    this.context.touch(session.patient_id);
    const now = this.clock.now();
    const today = dayIn(this.context.clinic.timeZone, now);
    return {
      now: now.toISOString(),
      session: sessionOf(session),
      patient: {
        id: session.patient_id,
        name: [session.given_name, session.family_name].filter((part) => part !== '').join(' '),
        age: session.birth_date === null ? null : wholeYearsBetween(session.birth_date, today),
        allergies: session.allergies,
        contraindications: session.contraindications,
      },
      openAlerts: await this.openAlerts(session.patient_id),
      entries: (await this.events.list(sessionId)).map(toTimeline),
    };
  }

  async earlier(sessionId: string): Promise<EarlierSessions> {
    const session = await this.sessions.get(sessionId);
    this.context.touch(session.patient_id);
    return this.earlierSessions.before(session);
  }

  /** Adds one entry, and what follows from it to the draft, in one transaction; nobody's entry is lost or changed. */
  async add(sessionId: string, entry: NewMonitoringEntry): Promise<TimelineEntry> {
    const session = await this.sessions.get(sessionId);
    this.context.touch(session.patient_id);
    if (session.state !== 'planned')
      throw new DomainError('conflict', {
        detail: 'This session is closed. A signed session is amended with a reason.',
      });
    await this.events.lock(sessionId);
    const before = await this.events.list(sessionId);
    const now = this.clock.now();
    const openAlerts = entry.body.kind === 'dose-started' ? await this.openAlerts(session.patient_id) : 0;
    const problem = entryProblems(entry, { agent: session.agent, entries: before, now, openAlerts });
    if (problem !== null) throw problem;
    const id = newId();
    const draftRow = await this.rowOf(sessionId, entry, before);
    await this.context.manager.insert(SessionEventEntity, {
      clinicId: this.context.clinic.id,
      id,
      sessionId,
      patientId: session.patient_id,
      kind: entry.body.kind,
      at: new Date(entry.at),
      body: entry.body,
      draftRow,
      withdraws: entry.withdraws,
      rulesVersion: MONITORING_STOPS_VERSION,
      recordedBy: this.context.principal.accountId,
      recordedAt: now,
    });
    const after = await this.events.list(sessionId);
    const changes = changesBetween(draftOfTimeline(before), draftOfTimeline(after));
    if (changes.length > 0)
      await this.drafts.merge({ id: sessionId, patientId: session.patient_id }, changes);
    if (entry.body.kind === 'discharged') {
      const told = { sessionId, patientId: session.patient_id, way: 'staff' } as const;
      await this.sessionAlerts.dischargeOverridden(told, entry.body.overrides);
    }
    await this.announcer.announce({ kind: 'session', id: sessionId, patientId: session.patient_id });
    const kept = after.find((each) => each.id === id);
    if (kept === undefined) throw new Error('An entry that was just added cannot be read.');
    return toTimeline(kept);
  }

  /** A correction takes the place of what it corrects. */
  private async rowOf(
    sessionId: string,
    { body, withdraws }: NewMonitoringEntry,
    entries: readonly KeptEntry[],
  ): Promise<string | null> {
    if (body.kind !== 'readings') return null;
    const corrected = entries.find(({ id }) => id === withdraws);
    if (corrected?.body.kind === 'readings' && corrected.body.moment === body.moment)
      return corrected.draftRow;
    const taken = entries.flatMap(({ draftRow }) => draftRow ?? []);
    const row = rowFor(body.moment, await this.drafts.paths(sessionId), taken);
    if (row === null) throw new DomainError('rule-violated', { detail: 'There are too many readings.' });
    return row;
  }

  private async openAlerts(patientId: string): Promise<number> {
    const alerts = await this.alerts.listOfPatient(patientId, this.clock.now());
    return alerts.filter(({ open }) => open).length;
  }
}

function toTimeline({ draftRow: _, recordedAt, ...entry }: KeptEntry): TimelineEntry {
  return { ...entry, recordedAt: recordedAt.toISOString() };
}

function sessionOf(session: LoggedSessionRow): SessionMonitor['session'] {
  const own = session.ordered_mg !== null || session.ordered_mg_per_kg !== null;
  return {
    id: session.id,
    state: session.state,
    number: session.number,
    plannedCount: session.planned_sessions,
    phase: session.phase,
    plannedAt: session.planned_at?.toISOString() ?? null,
    onDate: session.on_date,
    agent: session.agent,
    route: session.route,
    orderedMg: own ? session.ordered_mg : session.course_ordered_mg,
    orderedMgPerKg: own ? session.ordered_mg_per_kg : session.course_ordered_mg_per_kg,
    infusionMinutes: session.infusion_minutes ?? session.course_infusion_minutes,
  };
}
