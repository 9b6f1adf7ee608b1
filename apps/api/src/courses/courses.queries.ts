import { Injectable } from '@nestjs/common';
import { courseHistorySchema, courseSchema, type Course, type CourseHistory } from '@courseline/contracts';
import { author, joinMember } from '../clinics/author.js';
import { moment } from '../database/moment.js';
import { RequestContext } from '../http/request-context.js';

const COLUMNS = `r.n as version, r.status, r.reason, ${author('r.recorded_by', 'm')} as "recordedBy",
  r.recorded_at as "recordedAt", r.agent, r.agent_name as "agentName", r.route, r.started_on as "startedOn",
  r.declared_day_zero as "declaredDayZero", r.ended_on as "endedOn", r.end_reason as "endReason",
  r.end_note as "endNote", r.ordered_mg as "orderedMg", r.ordered_mg_per_kg as "orderedMgPerKg",
  r.infusion_minutes as "infusionMinutes", r.setting_tag as "settingTag", r.note,
  r.linked_course_id as "linkedCourseId",
  coalesce((select json_agg(json_build_object('phase', f.phase, 'startsOn', f.starts_on,
      'plannedSessions', f.planned_sessions, 'intervalDays', f.interval_days) order by f.position)
    from course_phase f where f.clinic_id = r.clinic_id and f.course_id = r.course_id and f.n = r.n), '[]') as phases`;
const MEMBER = joinMember('m', 'r.clinic_id', 'r.recorded_by');
const COURSE = `select c.id, c.patient_id as "patientId", ${COLUMNS},
    v.day_zero as "dayZero", v.day_zero_source as "dayZeroSource"
  from course c
  join course_revision r on r.clinic_id = c.clinic_id and r.course_id = c.id and r.n = c.current_n
  left join current_course v on v.clinic_id = c.clinic_id and v.id = c.id
  ${MEMBER}`;

const courseRow = courseSchema.extend({ recordedAt: moment() });
const revisionRow = courseHistorySchema.shape.revisions.element.extend({ recordedAt: moment() });

/** Reads of courses with their history. */
@Injectable()
export class CoursesQueries {
  constructor(private readonly context: RequestContext) {}

  /** Also one that is out of the record. */
  async find(courseId: string): Promise<Course | null> {
    return this.context.find(courseRow, `${COURSE} where c.clinic_id = $1 and c.id = $2`, [
      this.context.clinic.id,
      courseId,
    ]);
  }

  /** The courses of the record and those taken out of it, the newest start first. */
  async listOfPatient(patientId: string): Promise<Course[]> {
    return this.context.query(
      courseRow,
      `${COURSE} where c.clinic_id = $1 and c.patient_id = $2 order by r.started_on desc, c.id desc`,
      [this.context.clinic.id, patientId],
    );
  }

  async listRevisions(courseId: string): Promise<CourseHistory['revisions']> {
    return this.context.query(
      revisionRow,
      `select ${COLUMNS} from course_revision r ${MEMBER}
        where r.clinic_id = $1 and r.course_id = $2 order by r.n desc`,
      [this.context.clinic.id, courseId],
    );
  }
}
