import { Injectable } from '@nestjs/common';
import { assessmentContexts, assessmentWays, instrumentIdSchema, scoreStatuses } from '@courseline/contracts';
import { z } from 'zod';
import { RequestContext } from '../http/request-context.js';
import type { LoggedSessionRow } from './logged-session.queries.js';

const pointRowSchema = z.object({
  assessment_id: z.string(),
  instrument: instrumentIdSchema,
  on_date: z.string(),
  at: z.date().nullable(),
  day: z.number(),
  total: z.number().nullable(),
  score_status: z.enum(scoreStatuses),
  context: z.enum(assessmentContexts),
  item_9: z.number().nullable(),
  session_id: z.string().nullable(),
  answers: z.array(z.number().nullable()).nullable(),
  way: z.enum(assessmentWays),
  by_name: z.string(),
});
export type LoggedPointRow = z.infer<typeof pointRowSchema>;

/** The forms of a course, for a page that must say what is due and what a change is held against. */
@Injectable()
export class SessionLogQueries {
  constructor(private readonly context: RequestContext) {}

  /** In order of time. Before day zero is known, days count from the session itself. */
  async listPoints(session: LoggedSessionRow): Promise<readonly LoggedPointRow[]> {
    return this.context.query(
      pointRowSchema,
      `select p.assessment_id, p.instrument, p.on_date, p.at, p.on_date - coalesce($3::date, $4::date) as day, p.total,
              p.score_status, p.context, p.item_9, p.session_id, a.answers, a.way, coalesce(m.name, '') as by_name
         from course_point p
         join current_assessment a on a.clinic_id = p.clinic_id and a.id = p.assessment_id
         left join member_name m on m.clinic_id = a.clinic_id and m.account_id = a.recorded_by
        where p.clinic_id = $1 and p.course_id = $2
        order by p.on_date, p.at nulls first, p.assessment_id`,
      [this.context.clinic.id, session.course_id, session.day_zero, session.on_date],
    );
  }
}
