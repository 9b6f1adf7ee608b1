import { Injectable } from '@nestjs/common';
import {
  assessmentContexts,
  assessmentWays,
  courseAgentSchema,
  courseEndReasonSchema,
  coursePhaseSchema,
  courseRouteSchema,
  indicationSchema,
  instrumentIdSchema,
  scoreStatuses,
  sessionStateSchema,
  sexSchema,
  sideEffectReporters,
} from '@courseline/contracts';
import {
  adequacies,
  agents,
  episodes,
  priorTreatmentKinds,
  priorTreatmentOutcomes,
  readingMoments,
  routes,
} from '@courseline/treatment';
import { z } from 'zod';
import { RequestContext } from '../http/request-context.js';

const doseSchema = z.object({
  sessionId: z.string(),
  courseId: z.string(),
  phase: coursePhaseSchema,
  date: z.string(),
  at: z.number().nullable(),
});

const patientRowSchema = z.object({
  id: z.string(),
  mrn: z.string(),
  family_name: z.string(),
  given_name: z.string(),
  birth_date: z.string().nullable(),
  sex: sexSchema,
  indications: z.array(indicationSchema),
  allergies: z.string().nullable(),
  contraindications: z.string().nullable(),
  trials: z.array(
    z.object({
      kind: z.enum(priorTreatmentKinds),
      adequate: z.enum(adequacies),
      outcome: z.enum(priorTreatmentOutcomes),
      episode: z.enum(episodes),
    }),
  ),
  doses: z.array(doseSchema),
});
export type PatientRow = z.infer<typeof patientRowSchema>;

const courseRowSchema = z.object({
  id: z.string(),
  agent: courseAgentSchema,
  agent_name: z.string().nullable(),
  route: courseRouteSchema,
  started_on: z.string(),
  ended_on: z.string().nullable(),
  end_reason: courseEndReasonSchema.nullable(),
  setting_tag: z.string().nullable(),
  day_zero: z.string().nullable(),
  day_zero_source: z.enum(['declared', 'first-dose']).nullable(),
  first_dose_at: z.date().nullable(),
  phases: z.array(
    z.object({
      phase: coursePhaseSchema,
      startsOn: z.string().nullable(),
      plannedSessions: z.number().nullable(),
    }),
  ),
});
export type CourseRow = z.infer<typeof courseRowSchema>;

const pointRowSchema = z.object({
  id: z.string(),
  instrument: instrumentIdSchema,
  instrument_version: z.string(),
  on_date: z.string(),
  at: z.date().nullable(),
  day: z.number().nullable(),
  total: z.number().nullable(),
  score_status: z.enum(scoreStatuses),
  answers: z.array(z.number().nullable()).nullable(),
  item_9: z.number().nullable(),
  context: z.enum(assessmentContexts),
  way: z.enum(assessmentWays),
  entered_by: z.string().nullable(),
  session_id: z.string().nullable(),
});
export type PointRow = z.infer<typeof pointRowSchema>;

const formRowSchema = pointRowSchema.pick({ id: true, instrument: true, on_date: true, total: true });
export type FormRow = z.infer<typeof formRowSchema>;

const effectSchema = z.object({
  code: z.string(),
  otherText: z.string().nullable(),
  severity: z.number(),
  onsetMinutes: z.number().nullable(),
  durationMinutes: z.number().nullable(),
  ctcaeGrade: z.number().nullable(),
  serious: z.boolean().nullable(),
  seriousCriterion: z.string().nullable(),
  reporter: z.enum(sideEffectReporters),
});
export type EffectOfSession = z.infer<typeof effectSchema>;

const pressureSchema = z.object({
  moment: z.enum(readingMoments),
  minute: z.number().nullable(),
  systolic: z.number(),
  diastolic: z.number(),
});
export type PressureOfSession = z.infer<typeof pressureSchema>;

const sessionRowSchema = z.object({
  id: z.string(),
  state: sessionStateSchema,
  state_reason: z.string().nullable(),
  phase: coursePhaseSchema,
  on_date: z.string(),
  at: z.date().nullable(),
  agent: z.enum(agents),
  route: z.enum(routes),
  ordered_mg: z.number().nullable(),
  given_mg: z.number().nullable(),
  weight_kg: z.number().nullable(),
  infusion_minutes: z.number().nullable(),
  side_effects_asked: z.enum(['none', 'some', 'not-asked']),
  note: z.string().nullable(),
  signed_by: z.string().nullable(),
  signed_at: z.date().nullable(),
  begun: z.boolean(),
  pressures: z.array(pressureSchema),
  effects: z.array(effectSchema),
});
export type SessionRow = z.infer<typeof sessionRowSchema>;

/** What one patient's trajectory is made of: four statements, whatever the length of the course. */
@Injectable()
export class TrajectoryQueries {
  constructor(private readonly context: RequestContext) {}

  private get clinicId(): string {
    return this.context.clinic.id;
  }

  /** The patient with treatments tried and all doses ever given; null for one who is not the reader's to see. */
  findPatient(patientId: string): Promise<PatientRow | null> {
    return this.context.find(
      patientRowSchema,
      `select p.id, p.mrn, p.family_name, p.given_name, p.birth_date, p.sex, p.indications, p.allergies, p.contraindications,
          coalesce((select json_agg(json_build_object('kind', t.kind, 'adequate', t.adequate, 'outcome', t.outcome,
              'episode', t.episode))
            from current_prior_treatment t where t.clinic_id = p.clinic_id and t.patient_id = p.id), '[]') as trials,
          coalesce((select json_agg(json_build_object('sessionId', s.id, 'courseId', s.course_id, 'phase', s.phase, 'date', s.on_date,
              'at', round(extract(epoch from s.started_at) * 1000)) order by s.on_date, s.started_at nulls last, s.id)
            from current_session s
            where s.clinic_id = p.clinic_id and s.patient_id = p.id and s.state in ('given', 'stopped-early')), '[]') as doses
        from current_patient p where p.clinic_id = $1 and p.id = $2`,
      [this.clinicId, patientId],
    );
  }

  /** The courses of a patient, the first one first. */
  listCourses(patientId: string): Promise<readonly CourseRow[]> {
    return this.context.query(
      courseRowSchema,
      `select c.id, c.agent, c.agent_name, c.route, c.started_on, c.ended_on, c.end_reason, c.setting_tag, c.day_zero,
          c.day_zero_source, c.first_dose_at,
          coalesce((select json_agg(json_build_object('phase', h.phase, 'startsOn', h.starts_on,
              'plannedSessions', h.planned_sessions) order by h.position)
            from course_phase h where h.clinic_id = c.clinic_id and h.course_id = c.id and h.n = c.n), '[]') as phases
        from current_course c where c.clinic_id = $1 and c.patient_id = $2
        order by coalesce(c.day_zero, c.started_on), c.id`,
      [this.clinicId, patientId],
    );
  }

  /** The forms of a course, in order of time: by day, then by time, one without a time first. */
  listPoints(courseId: string): Promise<readonly PointRow[]> {
    return this.context.query(
      pointRowSchema,
      `select a.assessment_id as id, a.instrument, a.instrument_version, a.on_date, a.at, a.day, a.total, a.score_status, a.answers,
          a.item_9, a.context, a.way, m.name as entered_by, a.session_id
        from course_point a
        left join member_name m on m.clinic_id = a.clinic_id and m.account_id = a.recorded_by
        where a.clinic_id = $1 and a.course_id = $2
        order by a.on_date, a.at nulls first, a.assessment_id`,
      [this.clinicId, courseId],
    );
  }

  /** The forms of a patient, whatever they are filed under: the newest first. */
  listForms(patientId: string): Promise<readonly FormRow[]> {
    return this.context.query(
      formRowSchema,
      `select id, instrument, on_date, total from current_assessment
        where clinic_id = $1 and patient_id = $2 order by on_date desc, at desc nulls last, id`,
      [this.clinicId, patientId],
    );
  }

  /** The sessions of a course, in order of time, with blood pressures and side effects of their current version. */
  listSessions(courseId: string): Promise<readonly SessionRow[]> {
    return this.context.query(
      sessionRowSchema,
      `select s.id, s.state, s.state_reason, s.phase, s.on_date, coalesce(s.started_at, s.planned_at) as at, s.agent, s.route,
          s.ordered_mg, s.given_mg, s.weight_kg, s.infusion_minutes, s.side_effects_asked, s.note, m.name as signed_by, s.signed_at,
          exists (select 1 from session_draft d
            where d.clinic_id = s.clinic_id and d.session_id = s.id and d.closed_at is null) as begun,
          coalesce((select json_agg(json_build_object('moment', r.moment,
              'minute', coalesce(r.minute, round(extract(epoch from r.at - s.started_at) / 60)), 'systolic', r.value,
              'diastolic', r.diastolic) order by r.position)
            from reading r where r.clinic_id = s.clinic_id and r.session_id = s.id and r.n = s.n and r.kind = 'blood-pressure'), '[]')
            as pressures,
          coalesce((select json_agg(json_build_object('code', e.code, 'otherText', e.other_text, 'severity', e.severity,
              'onsetMinutes', e.onset_minutes, 'durationMinutes', e.duration_minutes, 'ctcaeGrade', e.ctcae_grade,
              'serious', e.serious, 'seriousCriterion', e.serious_criterion, 'reporter', e.reporter))
            from (
              select code, other_text, severity, onset_minutes, duration_minutes, ctcae_grade, serious, serious_criterion, reporter
                from side_effect where clinic_id = s.clinic_id and session_id = s.id and n = s.n
              union all
              select code, null, severity, onset_minutes, duration_minutes, null, null, null, 'patient'
                from side_effect_report where clinic_id = s.clinic_id and session_id = s.id and withdrawn_at is null) e), '[]')
            as effects
        from current_session s
        left join member_name m on m.clinic_id = s.clinic_id and m.account_id = s.signed_by
        where s.clinic_id = $1 and s.course_id = $2
        order by s.on_date, coalesce(s.started_at, s.planned_at) nulls last, s.id`,
      [this.clinicId, courseId],
    );
  }
}
