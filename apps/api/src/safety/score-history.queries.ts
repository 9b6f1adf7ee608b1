import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { RequestContext } from '../http/request-context.js';

const pointRow = z.object({
  id: z.string(),
  on_date: z.string(),
  at: z.date().nullable(),
  total: z.number(),
  context: z.string(),
  of_course: z.boolean(),
});
export type ScoreRow = z.infer<typeof pointRow>;

const courseRow = z.object({
  id: z.string(),
  day_zero: z.string().nullable(),
  first_dose_at: z.date().nullable(),
  sessions_given: z.number(),
});
export type CourseOfScoreRow = z.infer<typeof courseRow>;

const doseRow = z.object({ on_date: z.string(), started_at: z.date().nullable() });

/** What is in the record of one person before and beside a score, read as whoever stores it. */
@Injectable()
export class ScoreHistoryQueries {
  constructor(private readonly context: RequestContext) {}

  listScores(patientId: string, instrument: string, courseId: string | null): Promise<readonly ScoreRow[]> {
    return this.context.query(
      pointRow,
      `select a.id, a.on_date, a.at, a.total, a.context,
              exists (select from course_point p where p.clinic_id = a.clinic_id and p.course_id = $4
                and p.patient_id = a.patient_id and p.assessment_id = a.id) as of_course
         from current_assessment a
        where a.clinic_id = $1 and a.patient_id = $2 and a.instrument = $3 and a.total is not null`,
      [this.context.clinic.id, patientId, instrument, courseId],
    );
  }

  findCourse(courseId: string): Promise<CourseOfScoreRow | null> {
    return this.context.find(
      courseRow,
      `select c.id, c.day_zero, c.first_dose_at,
              (select count(*) from current_session s where s.clinic_id = c.clinic_id and s.course_id = c.id
                 and s.state in ('given', 'stopped-early'))::integer as sessions_given
         from current_course c where c.clinic_id = $1 and c.id = $2`,
      [this.context.clinic.id, courseId],
    );
  }

  listDoses(patientId: string): Promise<readonly z.infer<typeof doseRow>[]> {
    return this.context.query(
      doseRow,
      `select on_date, started_at from current_session
        where clinic_id = $1 and patient_id = $2 and state in ('given', 'stopped-early')`,
      [this.context.clinic.id, patientId],
    );
  }

  /** Item 9 in the form before this one; null where there is none or it was not answered. */
  async itemNineBefore(patientId: string, assessmentId: string): Promise<number | null> {
    const found = await this.context.find(
      z.object({ item_9: z.number().nullable() }),
      `select item_9 from current_assessment
        where clinic_id = $1 and patient_id = $2 and instrument = 'phq-9' and id <> $3 and answers is not null
        order by on_date desc, at desc nulls last, recorded_at desc limit 1`,
      [this.context.clinic.id, patientId, assessmentId],
    );
    return found?.item_9 ?? null;
  }
}
