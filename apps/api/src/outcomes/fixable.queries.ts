import { Injectable } from '@nestjs/common';
import type { Fixable } from '@courseline/contracts';
import { dueAtVisit } from '@courseline/treatment';
import { z } from 'zod';
import { CheckInReader } from '../check-in-plans/check-in-reader.js';
import { asksAboutNow } from '../check-in-plans/clinic-days.js';
import { addDays } from '../clinics/clinic-calendar.js';
import { RequestContext } from '../http/request-context.js';

const rowSchema = z
  .object({
    patient_id: z.string(),
    name: z.string(),
    session_id: z.string().nullable(),
    on_date: z.string(),
  })
  .transform((row) => ({
    patientId: row.patient_id,
    name: row.name,
    sessionId: row.session_id,
    onDate: row.on_date,
  }));
const visitRowSchema = z.object({ course_id: z.string(), session_id: z.string() }).and(rowSchema);
const NAME = `concat_ws(', ', nullif(p.family_name, ''), nullif(p.given_name, '')) as name`;
const SESSION_OF_PATIENT = `current_session s
  join current_patient p on p.clinic_id = s.clinic_id and p.id = s.patient_id`;

/** A depression form counts for a visit up to this many days before it. */
const FRESH_DAYS = 3;
/** A baseline may be this many days old: our own rule, as for every baseline. */
const BASELINE_DAYS = 14;
const END_OF_INDUCTION = { from: 14, to: 31 } as const;

/** What is missing and can still be got, while it can: our own rules. */
@Injectable()
export class FixableQueries {
  constructor(
    private readonly context: RequestContext,
    private readonly plans: CheckInReader,
  ) {}

  async list(today: string): Promise<Fixable> {
    const clinic = this.context.clinic.id;
    const tomorrow = addDays(today, 1);
    const firstDoseWithoutBaseline = await this.context.query(
      rowSchema,
      `select s.patient_id, s.id as session_id, s.on_date, ${NAME} from ${SESSION_OF_PATIENT}
        where s.clinic_id = $1 and s.state = 'planned' and s.on_date between $2 and $3
          and not exists (select 1 from current_session g where g.clinic_id = s.clinic_id and g.course_id = s.course_id
            and g.state in ('given', 'stopped-early'))
          and not exists (select 1 from current_session e where e.clinic_id = s.clinic_id and e.course_id = s.course_id
            and e.state = 'planned' and (e.on_date, e.id) < (s.on_date, s.id))
          and not exists (select 1 from current_assessment a where a.clinic_id = s.clinic_id and a.patient_id = s.patient_id
            and a.instrument = 'phq-9' and a.total is not null and a.on_date > s.on_date - ${BASELINE_DAYS + 1})
        order by s.on_date, name`,
      [clinic, today, tomorrow],
    );
    const unsignedSessions = await this.context.query(
      rowSchema,
      `select s.patient_id, s.id as session_id, s.on_date, ${NAME} from ${SESSION_OF_PATIENT}
        where s.clinic_id = $1 and s.state = 'planned' and s.on_date < $2
        order by s.on_date, name`,
      [clinic, today],
    );
    const visits = await this.context.query(
      visitRowSchema,
      `select s.patient_id, s.course_id, s.id as session_id, s.on_date, ${NAME} from ${SESSION_OF_PATIENT}
        where s.clinic_id = $1 and s.state = 'planned' and s.on_date between $2 and $3
          and not exists (select 1 from current_assessment a where a.clinic_id = s.clinic_id and a.patient_id = s.patient_id
            and a.instrument = 'phq-9' and a.on_date >= s.on_date - ${FRESH_DAYS})
        order by s.on_date, name`,
      [clinic, today, tomorrow],
    );
    const endOfInductionMissing = await this.context.query(
      rowSchema,
      `select c.patient_id, null as session_id, max(s.on_date) as on_date, ${NAME}
         from current_course c
         join current_session s on s.clinic_id = c.clinic_id and s.course_id = c.id and s.phase = 'induction'
         join current_patient p on p.clinic_id = c.clinic_id and p.id = c.patient_id
        where c.clinic_id = $1
        group by c.clinic_id, c.id, c.patient_id, p.family_name, p.given_name
       having not bool_or(s.state = 'planned')
          and max(s.on_date) filter (where s.state in ('given', 'stopped-early')) between $2::date - ${END_OF_INDUCTION.to} and $2::date - ${END_OF_INDUCTION.from}
          and not exists (select 1 from course_point x where x.clinic_id = c.clinic_id and x.course_id = c.id
            and x.instrument = 'phq-9' and x.total is not null
            and x.on_date > max(s.on_date) filter (where s.state in ('given', 'stopped-early')))
        order by on_date, name`,
      [clinic, today],
    );
    const formsDue: Fixable['formsDue'] = [];
    for (const { course_id: courseId, session_id: sessionId, ...visit } of visits)
      if (await this.asksPhq9(courseId, sessionId)) formsDue.push(visit);
    return { today, firstDoseWithoutBaseline, unsignedSessions, formsDue, endOfInductionMissing };
  }

  /** Whether the plan of the course asks for it at this visit. */
  private async asksPhq9(courseId: string, sessionId: string): Promise<boolean> {
    const planned = await this.plans.read(courseId);
    return planned !== null && dueAtVisit({ ...planned, sessionId, asksAboutNow }).includes('phq-9');
  }
}
