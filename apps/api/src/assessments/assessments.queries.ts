import { Injectable } from '@nestjs/common';
import { assessmentWays } from '@courseline/contracts';
import { z } from 'zod';
import { RequestContext } from '../http/request-context.js';

const revisionRowSchema = z.object({
  n: z.number(),
  status: z.enum(['current', 'entered-in-error', 'belongs-to-another-patient']),
  instrument: z.string(),
  instrument_version: z.string(),
  answers: z.array(z.number().nullable()).nullable(),
  difficulty: z.number().nullable(),
  imported_total: z.number().nullable(),
  total: z.number().nullable(),
  score_status: z.enum(['complete', 'prorated', 'partial', 'imported']),
  context: z.enum(['before-dose', 'after-dose', 'between', 'unknown']),
  on_date: z.string(),
  at: z.date().nullable(),
  way: z.enum(assessmentWays),
  reason: z.string().nullable(),
  by_name: z.string(),
  recorded_at: z.date(),
  import_batch_id: z.string().nullable(),
});
export type AssessmentRevisionRow = z.infer<typeof revisionRowSchema>;

const headRowSchema = z.object({
  id: z.string(),
  patient_id: z.string(),
  course_id: z.string().nullable(),
  session_id: z.string().nullable(),
  instrument: z.string(),
  current_n: z.number(),
});
export type AssessmentHeadRow = z.infer<typeof headRowSchema>;

/** Reads of single assessments with their history. */
@Injectable()
export class AssessmentsQueries {
  constructor(private readonly context: RequestContext) {}

  async findHead(assessmentId: string): Promise<AssessmentHeadRow | null> {
    const rows = await this.context.query(
      headRowSchema,
      `select id, patient_id, course_id, session_id, instrument, current_n
         from assessment where clinic_id = $1 and id = $2`,
      [this.context.clinic.id, assessmentId],
    );
    return rows[0] ?? null;
  }

  /** The newest first. */
  async listRevisions(assessmentId: string): Promise<readonly AssessmentRevisionRow[]> {
    return this.context.query(
      revisionRowSchema,
      `select r.n, r.status, r.instrument, r.instrument_version, r.answers, r.difficulty, r.imported_total, r.total,
              r.score_status, r.context, r.on_date, r.at, r.way, r.reason, r.recorded_at, r.import_batch_id,
              coalesce(m.name, '') as by_name
         from assessment_revision r
         left join member_name m on m.clinic_id = r.clinic_id and m.account_id = r.recorded_by
        where r.clinic_id = $1 and r.assessment_id = $2
        order by r.n desc`,
      [this.context.clinic.id, assessmentId],
    );
  }

  async listOfSession(sessionId: string): Promise<readonly AssessmentHeadRow[]> {
    return this.context.query(
      headRowSchema,
      `select a.id, a.patient_id, a.course_id, a.session_id, a.instrument, a.n as current_n
         from current_assessment a where a.clinic_id = $1 and a.session_id = $2 order by a.instrument`,
      [this.context.clinic.id, sessionId],
    );
  }
}
