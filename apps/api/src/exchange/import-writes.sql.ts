/**
 * What an import writes, from the plan to the record, under the policies and as the person who asked. Heads before
 * revisions, so that of two writers the second finds out. `$1` clinic, `$2` batch, `$3` account, `$4` now.
 */
export const insertPatients = `
  insert into patient (clinic_id, id, mrn, current_n, created_by, created_at, import_batch_id)
  select $1::uuid, patient_id, mrn, 1, $3::uuid, $4::timestamptz, $2::uuid from planned_person where wanted and not known order by line`;

/** A person without a name is called by the record number: a name has to be there, and it claims nothing. */
export const insertPatientRevisions = `
  insert into patient_revision (clinic_id, patient_id, n, status, recorded_by, recorded_at, mrn, family_name, given_name,
    birth_date, sex, indications, import_batch_id)
  select $1::uuid, patient_id, 1, 'current', $3::uuid, $4::timestamptz, mrn,
    case when family_name || given_name = '' then mrn else family_name end, given_name, birth_date, sex, '{}', $2::uuid
  from planned_person where wanted and not known order by line`;

/** `$1` clinic, `$2` batch, `$3` now. */
export const insertCourses = `
  insert into course (clinic_id, id, patient_id, current_n, created_at, import_batch_id)
  select $1::uuid, course_id, patient_id, 1, $3::timestamptz, $2::uuid from planned_course where wanted and not known order by line`;

/** `$1` clinic, `$2` batch, `$3` account, `$4` now. */
export const insertCourseRevisions = `
  insert into course_revision (clinic_id, course_id, patient_id, n, status, recorded_by, recorded_at, agent, agent_name,
    route, started_on, declared_day_zero, import_batch_id)
  select $1::uuid, course_id, patient_id, 1, 'current', $3::uuid, $4::timestamptz, agent, agent_name, route, day_zero, day_zero, $2::uuid
  from planned_course where wanted and not known order by line`;

/** `$1` clinic, `$2` batch, `$3` now. */
export const insertAssessments = `
  insert into assessment (clinic_id, id, patient_id, course_id, session_id, instrument, current_n, created_at, import_batch_id)
  select $1::uuid, f.assessment_id, f.patient_id, f.course_id, null, s.instrument, 1, $3::timestamptz, $2::uuid
  from planned_form f join staged_form s using (line, position)
  where f.action = 'new' order by f.line, f.position`;

/** `$1` clinic. A form that somebody changed in the meantime stays as it is, and is missing in the count. */
export const moveAmendedOn = `
  update assessment h set current_n = f.n from planned_form f
  where f.action = 'amended' and h.clinic_id = $1 and h.id = f.assessment_id and h.current_n = f.n - 1`;

/** `$1` clinic, `$2` batch, `$3` account, `$4` now, `$5` the reason of an amendment. */
export const insertAssessmentRevisions = `
  insert into assessment_revision (clinic_id, assessment_id, patient_id, n, status, reason, recorded_by, recorded_at,
    instrument, instrument_version, item_count, item_maximum, total_maximum, answers, difficulty, imported_total, total,
    score_status, context, on_date, at, way, import_batch_id)
  select $1::uuid, f.assessment_id, f.patient_id, f.n, 'current', case when f.n > 1 then $5::text end, $3::uuid, $4::timestamptz,
    s.instrument, s.instrument_version, v.item_count, v.item_maximum, v.total_maximum, s.answers, s.difficulty,
    s.imported_total, s.total, s.score_status, s.context, s.on_date, null, 'import', $2::uuid
  from planned_form f join staged_form s using (line, position)
  join instrument_version v on v.instrument = s.instrument and v.version = s.instrument_version
  where f.action in ('new', 'amended') order by f.line, f.position`;

/**
 * Historical: marked in the record, and nobody is paged for answers of long ago. `$1` clinic, `$2` account, `$3` now,
 * `$4` the version of the rule.
 */
export const insertHistoricalAlerts = `
  insert into alert (clinic_id, id, patient_id, rule, rule_version, level, assessment_id, assessment_n, value, historical,
    way, raised_by, raised_at)
  select $1::uuid, s.alert_id, f.patient_id, s.alert_rule, $4::text, s.alert_level, f.assessment_id, f.n, s.alert_value, true,
    'import', $2::uuid, $3::timestamptz
  from planned_form f join staged_form s using (line, position)
  where f.action in ('new', 'amended') and s.alert_id is not null order by f.line, f.position
  on conflict do nothing`;

/** `$1` clinic, `$2` batch, `$3` source: by these keys the same rows are known again. */
export const insertImportRows = `
  insert into import_row (clinic_id, source, person, instrument, moment, content_hash, assessment_id, batch_id)
  select $1::uuid, $3::text, s.mrn, s.instrument, s.moment, decode(s.content_hash, 'hex'), f.assessment_id, $2::uuid
  from planned_form f join staged_form s using (line, position)
  where f.action in ('new', 'amended')`;
