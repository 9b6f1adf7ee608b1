import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';

const courseRowSchema = z.object({ id: z.string() });
const patientRowSchema = z.object({ id: z.string() });

/** Under which course an assessment is filed. */
@Injectable()
export class AssessmentPlacement {
  constructor(private readonly context: RequestContext) {}

  /**
   * The course that runs on this day, the one that started last where several do; null between courses:
   * such a form counts for a course that begins within 14 days (its baseline). A patient you may not see is not found.
   */
  async courseOn(patientId: string, onDate: string): Promise<string | null> {
    const { clinic } = this.context;
    const patients = await this.context.query(
      patientRowSchema,
      `select id from current_patient where clinic_id = $1 and id = $2`,
      [clinic.id, patientId],
    );
    if (patients.length === 0) throw new DomainError('not-found');
    const courses = await this.context.query(
      courseRowSchema,
      `select id from current_course
        where clinic_id = $1 and patient_id = $2 and started_on <= $3::date and (ended_on is null or ended_on >= $3::date)
        order by started_on desc, id desc limit 1`,
      [clinic.id, patientId, onDate],
    );
    return courses[0]?.id ?? null;
  }

  /** Whether the caller sees this patient, and the course, where one is named, is the patient's. */
  async isVisible(patientId: string, courseId: string | null): Promise<boolean> {
    const { clinic } = this.context;
    const rows = await this.context.query(
      patientRowSchema,
      `select p.id from current_patient p
        where p.clinic_id = $1 and p.id = $2
          and ($3::uuid is null or exists (
            select 1 from current_course c where c.clinic_id = p.clinic_id and c.id = $3 and c.patient_id = p.id))`,
      [clinic.id, patientId, courseId],
    );
    return rows.length === 1;
  }
}
