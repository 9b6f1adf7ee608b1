import { Injectable } from '@nestjs/common';
import type { EarlierSessions } from '@courseline/contracts';
import { readingKinds, readingMoments, seriousCriteria } from '@courseline/treatment';
import { z } from 'zod';
import { RequestContext } from '../http/request-context.js';

/** As many as can be told apart behind the one that is looked at. */
const MOST_EARLIER = 6;

const earlierRow = z.object({
  id: z.string(),
  on_date: z.string(),
  given_mg: z.number().nullable(),
  infusion_minutes: z.number().nullable(),
  readings: z.array(
    z.object({
      kind: z.enum(readingKinds),
      moment: z.enum(readingMoments),
      minute: z.number().nullable(),
      value: z.number(),
      diastolic: z.number().nullable(),
    }),
  ),
  effects: z.array(
    z.object({
      code: z.string(),
      severity: z.number(),
      onsetMinutes: z.number().nullable(),
      durationMinutes: z.number().nullable(),
      ctcaeGrade: z.number().nullable(),
      serious: z.boolean().nullable(),
      seriousCriterion: z.enum(seriousCriteria).nullable(),
      reporter: z.enum(['patient', 'staff']),
      note: z.string().nullable(),
    }),
  ),
});

/** What was measured in the sessions of a course before one of them. */
@Injectable()
export class EarlierSessionsQueries {
  constructor(private readonly context: RequestContext) {}

  async before(session: {
    readonly id: string;
    readonly course_id: string;
    readonly on_date: string;
  }): Promise<EarlierSessions> {
    const rows = await this.context.query(
      earlierRow,
      `select s.id, s.on_date, s.given_mg, s.infusion_minutes, coalesce(r.list, '[]') as readings, coalesce(e.list, '[]') as effects
         from current_session s
         left join lateral (
           select json_agg(json_build_object('kind', x.kind, 'moment', x.moment, 'minute', x.minute, 'value', x.value,
                    'diastolic', x.diastolic) order by x.position) as list
             from reading x where x.clinic_id = s.clinic_id and x.session_id = s.id and x.n = s.n) r on true
         left join lateral (
           select json_agg(json_build_object('code', x.code, 'severity', x.severity, 'onsetMinutes', x.onset_minutes,
                    'durationMinutes', x.duration_minutes, 'ctcaeGrade', x.ctcae_grade, 'serious', x.serious,
                    'seriousCriterion', x.serious_criterion, 'reporter', x.reporter, 'note', null) order by x.position) as list
             from side_effect x where x.clinic_id = s.clinic_id and x.session_id = s.id and x.n = s.n) e on true
        where s.clinic_id = $1 and s.course_id = $2 and s.id <> $3 and s.state in ('given', 'stopped-early')
          and (s.on_date, s.id) < ($4::date, $3::uuid)
        order by s.on_date desc, s.id desc limit ${MOST_EARLIER}`,
      [this.context.clinic.id, session.course_id, session.id, session.on_date],
    );
    return {
      sessions: rows.map((row) => ({
        id: row.id,
        onDate: row.on_date,
        givenMg: row.given_mg,
        infusionMinutes: row.infusion_minutes,
        readings: row.readings.map((reading) => ({ ...reading, at: null })),
        sideEffects: row.effects,
      })),
    };
  }
}
