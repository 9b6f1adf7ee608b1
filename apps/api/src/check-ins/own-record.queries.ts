import { Injectable } from '@nestjs/common';
import {
  assessmentContexts,
  crisisLineSchema,
  instrumentIdSchema,
  scoreStatuses,
} from '@courseline/contracts';
import { z } from 'zod';
import { RequestContext } from '../http/request-context.js';

const personRowSchema = z.object({
  given_name: z.string(),
  family_name: z.string(),
  indications: z.array(z.string()),
});
const clinicRowSchema = z.object({
  crisis_lines: z.array(crisisLineSchema),
  phone: z.string().nullable(),
  opening_hours: z.string().nullable(),
});
const courseRowSchema = z.object({
  id: z.string(),
  day_zero: z.string().nullable(),
  first_dose_at: z.date().nullable(),
});
const pointRowSchema = z.object({
  id: z.string(),
  instrument: instrumentIdSchema,
  on_date: z.string(),
  at: z.date().nullable(),
  total: z.number().nullable(),
  score_status: z.enum(scoreStatuses),
  context: z.enum(assessmentContexts),
  of_course: z.boolean(),
});
export type OwnPointRow = z.infer<typeof pointRowSchema>;
const upcomingRowSchema = z.object({ id: z.string(), on_date: z.string(), planned_at: z.date().nullable() });
const givenRowSchema = z.object({ id: z.string(), on_date: z.string(), started_at: z.date().nullable() });
const effectRowSchema = z.object({
  report_id: z.string().nullable(),
  code: z.string(),
  severity: z.number(),
  duration_minutes: z.number().nullable(),
  note: z.string().nullable(),
});
const riskRowSchema = z.object({ on_date: z.string().nullable(), at: z.date().nullable() });
const draftRowSchema = z.object({
  id: z.string(),
  instrument: instrumentIdSchema,
  instrument_version: z.string(),
  version: z.number(),
  answers: z.array(z.number().nullable()),
  seen: z.number(),
  difficulty: z.number().nullable(),
  started_at: z.date(),
  closed_at: z.date().nullable(),
});
export type OwnDraftRow = z.infer<typeof draftRowSchema>;
const DRAFT_COLUMNS =
  'id, instrument, instrument_version, version, answers, seen, difficulty, started_at, closed_at';

/** What a patient reads of the own record. Row-level security leaves nothing else to read. */
@Injectable()
export class OwnRecordQueries {
  constructor(private readonly context: RequestContext) {}

  private get own(): readonly [string, string | null] {
    return [this.context.clinic.id, this.context.principal.patientId];
  }

  findPerson() {
    return this.context.find(
      personRowSchema,
      `select given_name, family_name, indications from current_patient where clinic_id = $1 and id = $2`,
      this.own,
    );
  }

  findClinic() {
    return this.context.find(
      clinicRowSchema,
      `select crisis_lines, phone, opening_hours from clinic where id = $1`,
      [this.context.clinic.id],
    );
  }

  /** The course that runs, or the one that ended last. */
  findCourse() {
    return this.context.find(
      courseRowSchema,
      `select id, day_zero, first_dose_at from current_course where clinic_id = $1 and patient_id = $2
        order by ended_on is null desc, coalesce(ended_on, started_on) desc, id desc limit 1`,
      this.own,
    );
  }

  /** All own forms in order of time; `of_course` marks those of the given course. */
  listPoints(courseId: string | null) {
    return this.context.query(
      pointRowSchema,
      `select a.id, a.instrument, a.on_date, a.at, a.total, a.score_status, a.context,
              exists (select 1 from course_point p
                where p.clinic_id = a.clinic_id and p.course_id = $3 and p.assessment_id = a.id) as of_course
         from current_assessment a
        where a.clinic_id = $1 and a.patient_id = $2
        order by a.on_date, a.at nulls first, a.id`,
      [...this.own, courseId],
    );
  }

  listUpcoming(today: string) {
    return this.context.query(
      upcomingRowSchema,
      `select id, on_date, planned_at from current_session
        where clinic_id = $1 and patient_id = $2 and state = 'planned' and on_date >= $3
        order by on_date, planned_at limit 12`,
      [...this.own, today],
    );
  }

  findLastGiven() {
    return this.context.find(
      givenRowSchema,
      `select id, on_date, started_at from current_session
        where clinic_id = $1 and patient_id = $2 and state in ('given', 'stopped-early')
        order by on_date desc, id desc limit 1`,
      this.own,
    );
  }

  /** What staff and patient noted for a session, a code once: the patient's own words first. */
  listSideEffects(sessionId: string) {
    return this.context.query(
      effectRowSchema,
      `select distinct on (code) report_id, code, severity, duration_minutes, note from (
         select r.id as report_id, r.code, r.severity, r.duration_minutes, r.note from side_effect_report r
          where r.clinic_id = $1 and r.patient_id = $2 and r.session_id = $3 and r.withdrawn_at is null
         union all
         select null, e.code, e.severity, e.duration_minutes, null from side_effect e
           join session s on s.clinic_id = e.clinic_id and s.id = e.session_id and s.current_n = e.n
          where e.clinic_id = $1 and e.patient_id = $2 and e.session_id = $3 and e.severity > 0) noted
       order by code, report_id nulls last`,
      [...this.own, sessionId],
    );
  }

  /**
   * The latest answer to item 9 above 0 of `today` or since an instant. A form that was begun and left counts: the
   * clinic was told when the answer was given.
   */
  findRiskAnswer(today: string, since: Date) {
    return this.context.find(
      riskRowSchema,
      `select on_date, at from (
         select a.on_date, a.at, coalesce(a.at, a.recorded_at) as known_at from current_assessment a
          where a.clinic_id = $1 and a.patient_id = $2 and a.item_9 > 0 and a.way <> 'import'
            and (a.on_date = $3 or a.at >= $4)
         union all
         select null, d.updated_at, d.updated_at from assessment_draft d
          where d.clinic_id = $1 and d.patient_id = $2 and d.closed_at is null and d.instrument = 'phq-9'
            and d.answers[9] > 0 and d.updated_at >= $4) answered
        order by known_at desc limit 1`,
      [...this.own, today, since],
    );
  }

  listOpenDrafts() {
    return this.context.query(
      draftRowSchema,
      `select ${DRAFT_COLUMNS} from assessment_draft where clinic_id = $1 and patient_id = $2 and closed_at is null`,
      this.own,
    );
  }

  findDraft(formId: string) {
    return this.context.find(
      draftRowSchema,
      `select ${DRAFT_COLUMNS} from assessment_draft where clinic_id = $1 and patient_id = $2 and id = $3`,
      [...this.own, formId],
    );
  }

  async isOwnSession(sessionId: string): Promise<boolean> {
    const found = await this.context.find(
      z.object({ id: z.string() }),
      `select id from current_session where clinic_id = $1 and patient_id = $2 and id = $3`,
      [...this.own, sessionId],
    );
    return found !== null;
  }

  /** As `findDraft`; nobody else changes it until the end of the transaction. */
  lockDraft(formId: string) {
    return this.context.find(
      draftRowSchema,
      `select ${DRAFT_COLUMNS} from assessment_draft where clinic_id = $1 and patient_id = $2 and id = $3 for update`,
      [...this.own, formId],
    );
  }

  async isHandedInSince(instrument: string, since: Date): Promise<boolean> {
    const found = await this.context.find(
      z.object({ id: z.string() }),
      `select id from assessment_draft where clinic_id = $1 and patient_id = $2 and instrument = $3
          and closed_as = 'submitted' and closed_at > $4 limit 1`,
      [...this.own, instrument, since],
    );
    return found !== null;
  }

  /** Whether the patient was asked, in a check-in, what was noticed after a session. */
  async isAskedAbout(sessionId: string): Promise<boolean> {
    const found = await this.context.find(
      z.object({ id: z.string() }),
      `select id from check_in_note where clinic_id = $1 and patient_id = $2 and session_id = $3
          and side_effects <> 'not-asked' limit 1`,
      [...this.own, sessionId],
    );
    return found !== null;
  }

  /** False when the version in the database is no longer the expected one. */
  async saveDraft(
    draft: Pick<OwnDraftRow, 'id' | 'version' | 'answers' | 'seen' | 'difficulty'>,
    expectedVersion: number,
    now: Date,
  ): Promise<boolean> {
    const changed = await this.context.execute(
      `update assessment_draft set version = $10, answers = $5, seen = $6, difficulty = $7, updated_by = $8, updated_at = $9
        where clinic_id = $1 and patient_id = $2 and id = $3 and version = $4 and closed_at is null`,
      [
        ...this.own,
        draft.id,
        expectedVersion,
        draft.answers,
        draft.seen,
        draft.difficulty,
        this.context.principal.accountId,
        now,
        draft.version,
      ],
    );
    return changed === 1;
  }

  async closeDraft(
    { id, version }: Pick<OwnDraftRow, 'id' | 'version'>,
    as: 'submitted' | 'expired',
    now: Date,
  ): Promise<boolean> {
    const changed = await this.context.execute(
      `update assessment_draft set closed_at = $5, closed_as = $6
        where clinic_id = $1 and patient_id = $2 and id = $3 and version = $4 and closed_at is null`,
      [...this.own, id, version, now, as],
    );
    return changed === 1;
  }

  async withdrawReport(reportId: string, now: Date): Promise<boolean> {
    const changed = await this.context.execute(
      `update side_effect_report set withdrawn_at = $4
        where clinic_id = $1 and patient_id = $2 and id = $3 and withdrawn_at is null`,
      [...this.own, reportId, now],
    );
    return changed === 1;
  }
}
