import { Injectable } from '@nestjs/common';
import {
  sessionPlanSchema,
  sessionsOfDaySchema,
  type SessionPlan,
  type SessionsOfDay,
} from '@courseline/contracts';
import { z } from 'zod';
import { author, joinMember } from '../clinics/author.js';
import { moment } from '../database/moment.js';
import { RequestContext } from '../http/request-context.js';

const MEMBER = joinMember('m', 's.clinic_id', 's.recorded_by');
const COLUMNS = `s.id, s.patient_id as "patientId", s.course_id as "courseId", s.n as version, s.state,
  s.state_reason as "stateReason", s.phase, s.on_date as "onDate", s.planned_at as "plannedAt", s.agent, s.route,
  case when s.state not in ('cancelled', 'no-show') then (
    select count(*) from current_session o
     where o.clinic_id = s.clinic_id and o.course_id = s.course_id and o.phase = s.phase
       and o.state not in ('cancelled', 'no-show') and (o.on_date, o.id) <= (s.on_date, s.id)) end as number,
  case when num_nonnulls(s.ordered_mg, s.ordered_mg_per_kg) > 0 then s.ordered_mg else c.ordered_mg end as "orderedMg",
  case when num_nonnulls(s.ordered_mg, s.ordered_mg_per_kg) > 0 then s.ordered_mg_per_kg else c.ordered_mg_per_kg end
    as "orderedMgPerKg",
  s.given_mg as "givenMg", s.signed_at is not null as "isSigned",
  ${author('s.recorded_by', 'm')} as "recordedBy", s.recorded_at as "recordedAt"`;
const SESSIONS = `current_session s
  join current_course c on c.clinic_id = s.clinic_id and c.id = s.course_id ${MEMBER}`;
const IN_ORDER = 's.on_date, s.planned_at nulls last, s.id';

const moments = { plannedAt: moment().nullable(), recordedAt: moment() };
const planRow = sessionPlanSchema.extend(moments);
const dayRow = sessionsOfDaySchema.shape.sessions.element.extend(moments);
const takenRow = z.object({ on_date: z.string() });

/** Reads of sessions as a calendar shows them. */
@Injectable()
export class PlanningQueries {
  constructor(private readonly context: RequestContext) {}

  async find(sessionId: string): Promise<SessionPlan | null> {
    return this.context.find(
      planRow,
      `select ${COLUMNS} from ${SESSIONS} where s.clinic_id = $1 and s.id = $2`,
      [this.context.clinic.id, sessionId],
    );
  }

  async listOfCourse(courseId: string): Promise<SessionPlan[]> {
    return this.context.query(
      planRow,
      `select ${COLUMNS} from ${SESSIONS} where s.clinic_id = $1 and s.course_id = $2 order by ${IN_ORDER}`,
      [this.context.clinic.id, courseId],
    );
  }

  async listOfPatient(patientId: string): Promise<SessionPlan[]> {
    return this.context.query(
      planRow,
      `select ${COLUMNS} from ${SESSIONS} where s.clinic_id = $1 and s.patient_id = $2 order by ${IN_ORDER}`,
      [this.context.clinic.id, patientId],
    );
  }

  /** The sessions of a day of all patients the person may see. */
  async listOfDay(day: string): Promise<SessionsOfDay['sessions']> {
    return this.context.query(
      dayRow,
      `select ${COLUMNS}, p.family_name as "familyName", p.given_name as "givenName", p.mrn
         from ${SESSIONS}
         join current_patient p on p.clinic_id = s.clinic_id and p.id = s.patient_id
        where s.clinic_id = $1 and s.on_date = $2 order by s.planned_at nulls last, s.id`,
      [this.context.clinic.id, day],
    );
  }

  /** Those of the days on which the patient has a session already, this one left out. */
  async listTakenDays(
    patientId: string,
    days: readonly string[],
    exceptId: string | null,
  ): Promise<string[]> {
    const rows = await this.context.query(
      takenRow,
      `select distinct s.on_date from current_session s
        where s.clinic_id = $1 and s.patient_id = $2 and s.on_date = any ($3::date[])
          and s.id is distinct from $4::uuid and s.state not in ('cancelled', 'no-show')
        order by s.on_date`,
      [this.context.clinic.id, patientId, days, exceptId],
    );
    return rows.map((row) => row.on_date);
  }

  /** Whether someone has begun to log one of the sessions and has not signed. */
  async isBeingLogged(sessionIds: readonly string[]): Promise<boolean> {
    const found = await this.context.find(
      z.object({ session_id: z.string() }),
      `select session_id from session_draft
        where clinic_id = $1 and session_id = any ($2::uuid[]) and closed_at is null
          and coalesce(body -> 'fields', '{}') <> '{}'
        limit 1`,
      [this.context.clinic.id, sessionIds],
    );
    return found !== null;
  }
}
