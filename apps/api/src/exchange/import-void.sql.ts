/**
 * What takes an import out of the record again: revisions that say it was entered in error. Nothing is deleted.
 * In all of them: `$1` clinic, `$2` batch.
 */
const revisionColumns = `instrument, instrument_version, item_count, item_maximum, total_maximum, answers, difficulty,
    imported_total, total, score_status, context, on_date, at, way, seconds_taken, linked_assessment_id`;
const qualified = (alias: string): string =>
  revisionColumns
    .split(',')
    .map((column) => `${alias}.${column.trim()}`)
    .join(', ');

/** `$3` account, `$4` now, `$5` reason. Also what was amended since: it came from the file. */
export const takeOutForms = `
  with moved as (
    update assessment h set current_n = h.current_n + 1 from assessment_revision r
    where h.clinic_id = $1 and h.import_batch_id = $2 and r.clinic_id = $1 and r.assessment_id = h.id
      and r.n = h.current_n and r.status = 'current'
    returning h.id, h.current_n as n)
  insert into assessment_revision (clinic_id, assessment_id, patient_id, n, status, reason, recorded_by, recorded_at,
    import_batch_id, ${revisionColumns})
  select $1::uuid, r.assessment_id, r.patient_id, moved.n, 'entered-in-error', $5::text, $3::uuid, $4::timestamptz,
    $2::uuid, ${qualified('r')}
  from moved join assessment_revision r on r.clinic_id = $1 and r.assessment_id = moved.id and r.n = moved.n - 1`;

/** Forms of other imports that this one amended say again what they said before, unless amended once more since. */
export const restoreForms = `
  with moved as (
    update assessment h set current_n = h.current_n + 1 from assessment_revision r
    where h.clinic_id = $1 and h.import_batch_id <> $2 and r.clinic_id = $1 and r.import_batch_id = $2
      and r.assessment_id = h.id and r.n = h.current_n and r.n > 1 and r.status = 'current'
    returning h.id, h.current_n as n)
  insert into assessment_revision (clinic_id, assessment_id, patient_id, n, status, reason, recorded_by, recorded_at,
    import_batch_id, ${revisionColumns})
  select $1::uuid, r.assessment_id, r.patient_id, moved.n, 'current', $5::text, $3::uuid, $4::timestamptz,
    $2::uuid, ${qualified('r')}
  from moved join assessment_revision r on r.clinic_id = $1 and r.assessment_id = moved.id and r.n = moved.n - 2`;

/** How many forms this import amended that were amended again since, and stay. */
export const countKeptForms = `
  select count(*) as kept from assessment h
  join assessment_revision own on own.clinic_id = $1 and own.assessment_id = h.id and own.import_batch_id = $2
    and own.status = 'current' and own.n > 1 and own.n < h.current_n
  join assessment_revision now on now.clinic_id = $1 and now.assessment_id = h.id and now.n = h.current_n
  where h.clinic_id = $1 and h.import_batch_id <> $2 and now.status = 'current'
    and now.import_batch_id is distinct from $2`;

/** Courses on which nothing stands any more and that nobody has changed since. */
const unusedCourse = `c.clinic_id = $1 and c.import_batch_id = $2
      and r.clinic_id = $1 and r.course_id = c.id and r.n = c.current_n and r.status = 'current'`;
const courseIsFree = `r.import_batch_id = $2
      and not exists (select from current_session s where s.clinic_id = $1 and s.course_id = c.id)
      and not exists (select from current_assessment a where a.clinic_id = $1 and a.course_id = c.id)`;

export const takeOutCourses = `
  with moved as (
    update course c set current_n = c.current_n + 1 from course_revision r
    where ${unusedCourse} and ${courseIsFree}
    returning c.id, c.current_n as n)
  insert into course_revision (clinic_id, course_id, patient_id, n, status, reason, recorded_by, recorded_at, agent,
    agent_name, route, started_on, declared_day_zero, ended_on, end_reason, end_note, ordered_mg, ordered_mg_per_kg,
    infusion_minutes, setting_tag, note, linked_course_id, import_batch_id)
  select $1::uuid, r.course_id, r.patient_id, moved.n, 'entered-in-error', $5::text, $3::uuid, $4::timestamptz, r.agent,
    r.agent_name, r.route, r.started_on, r.declared_day_zero, r.ended_on, r.end_reason, r.end_note, r.ordered_mg,
    r.ordered_mg_per_kg, r.infusion_minutes, r.setting_tag, r.note, r.linked_course_id, $2::uuid
  from moved join course_revision r on r.clinic_id = $1 and r.course_id = moved.id and r.n = moved.n - 1`;

export const countKeptCourses = `
  select count(*) as kept from course c, course_revision r where ${unusedCourse}`;

const patientOfBatch = `p.clinic_id = $1 and p.import_batch_id = $2
      and r.clinic_id = $1 and r.patient_id = p.id and r.n = p.current_n and r.status = 'current'`;

/** Patients without anything in their record, without a care team, and that nobody has changed since. */
const patientIsFree = `r.import_batch_id = $2
      and not exists (select from current_assessment a where a.clinic_id = $1 and a.patient_id = p.id)
      and not exists (select from current_course c where c.clinic_id = $1 and c.patient_id = p.id)
      and not exists (select from current_session s where s.clinic_id = $1 and s.patient_id = p.id)
      and not exists (select from current_prior_treatment t where t.clinic_id = $1 and t.patient_id = p.id)
      and not exists (select from care_team m where m.clinic_id = $1 and m.patient_id = p.id)`;

/** The record number is free again for who it belongs to. */
export const takeOutPatients = `
  with moved as (
    update patient p set current_n = p.current_n + 1, mrn = 'in-error-' || right(p.id::text, 12) from patient_revision r
    where ${patientOfBatch} and ${patientIsFree}
    returning p.id, p.current_n as n, p.mrn)
  insert into patient_revision (clinic_id, patient_id, n, status, reason, recorded_by, recorded_at, mrn, family_name,
    given_name, birth_date, sex, phone, email, indications, allergies, contraindications, import_batch_id)
  select $1::uuid, r.patient_id, moved.n, 'entered-in-error', $5::text, $3::uuid, $4::timestamptz, moved.mrn,
    r.family_name, r.given_name, r.birth_date, r.sex, r.phone, r.email, r.indications, r.allergies, r.contraindications,
    $2::uuid
  from moved join patient_revision r on r.clinic_id = $1 and r.patient_id = moved.id and r.n = moved.n - 1`;

export const countKeptPatients = `
  select count(*) as kept from patient p, patient_revision r where ${patientOfBatch}`;
