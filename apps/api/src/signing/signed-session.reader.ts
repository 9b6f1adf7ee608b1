import { Injectable } from '@nestjs/common';
import type { SessionDetail, SessionRevision } from '@courseline/contracts';
import { concomitantSchema, routeDetailsSchema } from '@courseline/contracts';
import { AssessmentsQueries } from '../assessments/assessments.queries.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import {
  LoggedSessionQueries,
  type ReadingRow,
  type SessionRevisionRow,
  type SideEffectRow,
} from './logged-session.queries.js';
import { assessmentFields, sessionFields, type Fields } from './session-fields.js';

/** A signed session as an amendment starts from it. */
export interface SignedFields {
  readonly fields: Readonly<Record<string, Json>>;
  readonly byName: string;
  readonly at: Date;
  readonly assessmentIds: Readonly<Record<string, string>>;
  readonly assessmentVersions: Readonly<Record<string, number>>;
}

type Json = Fields[string]['value'];

/** Reads signed sessions: what they say, and every version of them. */
@Injectable()
export class SignedSessionReader {
  constructor(
    private readonly context: RequestContext,
    private readonly sessions: LoggedSessionQueries,
    private readonly assessments: AssessmentsQueries,
  ) {}

  /** Null for a session that is not signed. */
  async fields(sessionId: string): Promise<SignedFields | null> {
    const [revision] = await this.sessions.listRevisions(sessionId);
    if (revision?.signed_at == null) return null;
    const ofRevision = <T extends { n: number }>(rows: readonly T[]) =>
      rows.filter((row) => row.n === revision.n);
    const fields = sessionFields(
      revision,
      ofRevision(await this.sessions.listReadings(sessionId)),
      ofRevision(await this.sessions.listSideEffects(sessionId)),
    );
    const assessmentIds: Record<string, string> = {};
    const assessmentVersions: Record<string, number> = {};
    for (const form of await this.assessments.listOfSession(sessionId)) {
      const [current] = await this.assessments.listRevisions(form.id);
      if (current === undefined) continue;
      Object.assign(fields, assessmentFields(form.instrument, current));
      assessmentIds[form.instrument] = form.id;
      assessmentVersions[form.instrument] = current.n;
    }
    return {
      fields: Object.fromEntries(Object.entries(fields).map(([path, { value }]) => [path, value])),
      byName: revision.signed_by_name ?? '',
      at: revision.signed_at,
      assessmentIds,
      assessmentVersions,
    };
  }

  async detail(sessionId: string): Promise<SessionDetail> {
    const head = await this.sessions.findHead(sessionId);
    if (head === null) throw new DomainError('not-found');
    this.context.touch(head.patient_id);
    const revisions = await this.sessions.listRevisions(sessionId);
    const readings = await this.sessions.listReadings(sessionId);
    const sideEffects = await this.sessions.listSideEffects(sessionId);
    const forms = await this.sessions.listForms(sessionId);
    return {
      id: head.id,
      patientId: head.patient_id,
      courseId: head.course_id,
      version: head.current_n,
      forms: forms.map(({ assessment_id: assessmentId, instrument, status }) => ({
        assessmentId,
        instrument,
        status,
      })),
      revisions: revisions.map((revision) => toRevision(revision, readings, sideEffects)),
    };
  }
}

function toRevision(
  row: SessionRevisionRow,
  readings: readonly ReadingRow[],
  sideEffects: readonly SideEffectRow[],
): SessionRevision {
  return {
    n: row.n,
    status: row.status,
    state: row.state,
    stateReason: row.state_reason,
    phase: row.phase,
    plannedAt: row.planned_at?.toISOString() ?? null,
    onDate: row.on_date,
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    agent: row.agent,
    route: row.route,
    orderedMg: row.ordered_mg,
    orderedMgPerKg: row.ordered_mg_per_kg,
    givenMg: row.given_mg,
    weight:
      row.weight_kg === null ||
      row.weight_entered === null ||
      row.weight_unit === null ||
      row.weight_on === null
        ? null
        : { kg: row.weight_kg, entered: row.weight_entered, unit: row.weight_unit, on: row.weight_on },
    infusionMinutes: row.infusion_minutes,
    routeDetails: routeDetailsSchema.parse(row.route_details),
    concomitant: concomitantSchema.partial().parse(row.concomitant),
    doseReason: row.dose_reason,
    pressureReason: row.pressure_reason,
    sideEffectsAsked: row.side_effects_asked,
    note: row.note,
    signedByName: row.signed_by_name,
    signedAt: row.signed_at?.toISOString() ?? null,
    reason: row.reason,
    byName: row.by_name,
    recordedAt: row.recorded_at.toISOString(),
    readings: readings
      .filter((reading) => reading.n === row.n)
      .map(({ kind, moment, at, minute, value, diastolic }) => ({
        kind,
        moment,
        at: at?.toISOString() ?? null,
        minute,
        value,
        diastolic,
      })),
    sideEffects: sideEffects
      .filter((effect) => effect.n === row.n)
      .map((effect) => ({
        code: effect.code,
        severity: effect.severity,
        onsetMinutes: effect.onset_minutes,
        durationMinutes: effect.duration_minutes,
        ctcaeGrade: effect.ctcae_grade,
        serious: effect.serious,
        seriousCriterion: effect.serious_criterion,
        reporter: effect.reporter,
        note: effect.note,
      })),
  };
}
