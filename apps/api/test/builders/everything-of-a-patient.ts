import { getInstrument } from '@courseline/instruments';
import { newId } from '../../src/database/ids.js';
import type { TestClinic } from './a-clinic.js';
import type { TestPatient } from './a-patient.js';

/** What the fixture needs of a test: statements as the owner, and the time. */
export interface Arranging {
  sql(statement: string, parameters?: readonly unknown[]): Promise<unknown>;
  readonly clock: { now(): Date };
}

/** One row for a patient in every table that holds rows of patients, so that none is forgotten when access is tried. */
export async function everythingOfAPatient(
  app: Arranging,
  clinic: TestClinic,
  patient: TestPatient,
  author: { readonly accountId: string },
): Promise<void> {
  const now = app.clock.now();
  const ids = { treatment: newId(), course: newId(), session: newId(), assessment: newId(), alert: newId() };
  const [c, p, a] = [clinic.id, patient.id, author.accountId];
  const { version, itemCount, itemMaximum, range } = getInstrument('phq-9');
  await app.sql(
    `with head as (insert into prior_treatment values ($1, $2, $3, 1, $5))
     insert into prior_treatment_revision (clinic_id, prior_treatment_id, patient_id, n, status, recorded_by, recorded_at,
       kind, name, adherence, adequate, outcome, episode)
     values ($1, $2, $3, 1, 'current', $4, $5, 'antidepressant', 'Sertraline', 'good', 'yes', 'partial', 'current')`,
    [c, ids.treatment, p, a, now],
  );
  await app.sql(
    `with head as (insert into course (clinic_id, id, patient_id, current_n, created_at) values ($1, $2, $3, 1, $5)),
       revision as (insert into course_revision (clinic_id, course_id, patient_id, n, status, recorded_by, recorded_at, agent, route, started_on)
         values ($1, $2, $3, 1, 'current', $4, $5, 'ketamine', 'iv', '2026-03-02')),
       plan as (insert into course_check_in_plan (clinic_id, course_id, patient_id, n, moments, reason, recorded_by, recorded_at)
         values ($1, $2, $3, 1, '[]', 'Nothing is asked.', $4, $5))
     insert into course_phase (clinic_id, course_id, n, position, patient_id, phase) values ($1, $2, 1, 1, $3, 'induction')`,
    [c, ids.course, p, a, now],
  );
  await app.sql(
    `with head as (insert into session (clinic_id, id, patient_id, course_id, current_n, created_at) values ($1, $2, $3, $6, 1, $5)),
       revision as (insert into session_revision (clinic_id, session_id, patient_id, n, status, recorded_by, recorded_at, state, phase,
           on_date, agent, route, route_details, concomitant, side_effects_asked, given_mg, signed_by, signed_at)
         values ($1, $2, $3, 1, 'current', $4, $5, 'given', 'induction', '2026-03-03', 'ketamine', 'iv', '{}', '{}', 'some', 40, $4, $5)),
       reading as (insert into reading (clinic_id, session_id, n, position, patient_id, kind, moment, minute, value)
         values ($1, $2, 1, 1, $3, 'pulse', 'before', 0, 72)),
       effect as (insert into side_effect (clinic_id, session_id, n, position, patient_id, code, severity, reporter)
         values ($1, $2, 1, 1, $3, 'nausea', 1, 'patient')),
       report as (insert into side_effect_report (clinic_id, id, session_id, patient_id, code, severity, reported_by, reported_at)
         values ($1, $7, $2, $3, 'headache', 1, $4, $5))
     insert into session_draft (clinic_id, session_id, patient_id, version, body, updated_by, updated_at)
     values ($1, $2, $3, 1, '{}', $4, $5)`,
    [c, ids.session, p, a, now, ids.course, newId()],
  );
  await app.sql(
    `with event as (insert into session_event (clinic_id, id, session_id, patient_id, kind, at, body, rules_version, recorded_by, recorded_at)
       values ($1, $6, $2, $3, 'note', $5, '{"kind": "note", "text": "x"}', '1', $4, $5))
     insert into monitoring_form (clinic_id, session_id, patient_id, n, definition, answers, recorded_by, recorded_at)
     values ($1, $2, $3, 1, '1', '{}', $4, $5)`,
    [c, ids.session, p, a, now, newId()],
  );
  await app.sql(
    `with head as (insert into assessment (clinic_id, id, patient_id, course_id, instrument, current_n, created_at)
         values ($1, $2, $3, $6, 'phq-9', 1, $5)),
       revision as (insert into assessment_revision (clinic_id, assessment_id, patient_id, n, status, recorded_by, recorded_at, instrument,
           instrument_version, item_count, item_maximum, total_maximum, answers, total, score_status, context, on_date, way)
         values ($1, $2, $3, 1, 'current', $4, $5, 'phq-9', $7, $8, $9, $10, '{1,1,1,1,1,1,1,1,1}', 9, 'complete', 'between', '2026-03-09', 'staff')),
       draft as (insert into assessment_draft (clinic_id, id, patient_id, instrument, instrument_version, version, answers, seen, started_at,
           updated_by, updated_at) values ($1, $11, $3, 'phq-9', $7, 1, '{}', 0, $5, $4, $5)),
       alert as (insert into alert (clinic_id, id, patient_id, rule, rule_version, level, assessment_id, assessment_n, value, historical, way,
           raised_by, raised_at) values ($1, $12, $3, 'item-9', '1', 'red', $2, 1, 1, false, 'staff', $4, $5)),
       event as (insert into alert_event (clinic_id, id, alert_id, patient_id, kind, recorded_by, recorded_at)
         values ($1, $14, $12, $3, 'acknowledged', $4, $5)),
       read as (insert into result_read (clinic_id, assessment_id, account_id, patient_id, read_at) values ($1, $2, $4, $3, $5)),
       plan as (insert into safety_plan_revision (clinic_id, patient_id, n, what_helps, review_on, recorded_by, recorded_at)
         values ($1, $3, 1, 'A walk.', '2026-06-01', $4, $5))
     insert into alert_disposition (clinic_id, id, alert_id, patient_id, safety_plan_reviewed, decision, recorded_by, recorded_at)
     values ($1, $13, $12, $3, true, 'safe-to-treat-today', $4, $5)`,
    [
      c,
      ids.assessment,
      p,
      a,
      now,
      ids.course,
      version,
      itemCount,
      itemMaximum,
      range.max,
      newId(),
      ids.alert,
      newId(),
      newId(),
    ],
  );
  await app.sql(
    `with form as (insert into kiosk_form (clinic_id, hand_over_id, instrument, patient_id, session_id, assessment_id,
         instrument_version, step, answers, seen, started_at, updated_at)
         values ($1, $5, 'phq-9', $3, $2, $6, $7, 1, '{}', 0, $4, $4))
     insert into kiosk_late_form (clinic_id, id, hand_over_id, patient_id, session_id, instrument, assessment_id, step, sealed, received_at)
     values ($1, $6, $5, $3, $2, 'phq-9', $6, 1, decode(repeat('00', 28), 'hex'), $4)`,
    [c, ids.session, p, now, newId(), newId(), version],
  );
  await app.sql(
    `with given as (insert into given_answer (clinic_id, assessment_id, n, patient_id, item, answer, form_version, set_aside, given_at,
         given_by, received_at) values ($1, $2, 1, $3, 9, 1, 2, false, $5, $4, $5))
     insert into check_in_note (clinic_id, id, patient_id, session_id, side_effects, note, written_at, recorded_by, recorded_at)
     values ($1, $6, $3, $7, 'none', 'Slept well.', $5, $4, $5)`,
    [c, ids.assessment, p, a, now, newId(), ids.session],
  );
  await app.sql(
    `insert into consent_text (clinic_id, scope, n, title, body, sha256, asks_again, recorded_by, recorded_at)
     values ($1, 'treatment', 1, 'Treatment', 'What it is.', encode(sha256(convert_to(E'Treatment\\n\\nWhat it is.', 'UTF8')), 'hex'), true, $2, $3)
     on conflict do nothing`,
    [c, a, now],
  );
  await app.sql(
    `insert into consent (clinic_id, patient_id, scope, n, kind, way, text_n, text_sha256, signed_name, signed_on, meaning, recorded_by,
       recorded_at) select $1, $2, 'treatment', 1, 'signed', 'paper', 1, sha256, 'Ana Rivera', '2026-03-02', 'Signed on paper.', $3, $4
       from consent_text where clinic_id = $1`,
    [c, p, a, now],
  );
  await app.sql(
    `with message as (insert into message (clinic_id, id, account_id, channel, kind, cause, not_before, created_at, state, attempts,
           changed_at) values ($1, $2, $4, 'email', 'check-in', $2::uuid::text, $5, $5, 'sent', 1, $5)),
       choice as (insert into reminder_choice (clinic_id, id, patient_id, channel, chosen_by, chosen_at)
         values ($1, $6, $3, 'email', $4, $5))
     insert into reminder (clinic_id, id, patient_id, message_id, occurrences, asked_by, at) values ($1, $7, $3, $2, '{}', $4, $5)`,
    [c, newId(), p, a, now, newId(), newId()],
  );
}
