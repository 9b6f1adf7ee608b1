/**
 * What would become of each staged form. Each statement looks at all forms at once: `$1` is the clinic. The order
 * matters: persons, their courses, what this source brought before, and then the forms.
 */
export const planPersons = `
  insert into planned_person
  select f.mrn, coalesce(p.id, f.patient_id), p.id is not null, f.line, f.family_name, f.given_name, f.birth_date, f.sex,
    p.family_name, p.given_name, p.birth_date, false
  from (select distinct on (mrn) * from staged_form order by mrn, line, position) f
  left join current_patient p on p.clinic_id = $1 and p.mrn = f.mrn`;

/** A course is the same one when patient, day 0, agent and route are, and the name where the file gives one. */
export const planCourses = `
  insert into planned_course
  select f.mrn, i.patient_id, coalesce(c.id, f.course_id), c.id is not null, f.line, f.day_zero, f.agent, f.agent_name, f.route, false
  from (select distinct on (mrn, day_zero, agent, route, agent_name) * from staged_form
    where day_zero is not null order by mrn, day_zero, agent, route, agent_name, line, position) f
  join planned_person i on i.mrn = f.mrn
  left join lateral (select c.id from current_course c
    where i.known and c.clinic_id = $1 and c.patient_id = i.patient_id and c.day_zero = f.day_zero
      and c.agent = f.agent and c.route = f.route and (f.agent_name is null or c.agent_name = f.agent_name)
    order by c.id limit 1) c on true`;

/** `$2`: the source. Of several imports of the same row the last one counts; voided ones brought nothing. */
export const planEarlier = `
  insert into earlier_form
  select e.person, e.instrument, e.moment, encode(e.content_hash, 'hex'), e.assessment_id, h.course_id,
    r.n, r.status, r.import_batch_id is not null
  from (select distinct on (k.person, k.instrument, k.moment) k.*
    from import_row k
    join import_batch b on b.clinic_id = k.clinic_id and b.id = k.batch_id and b.state = 'imported'
    where k.clinic_id = $1 and k.source = $2
    order by k.person, k.instrument, k.moment, b.imported_at desc, b.id desc) e
  join assessment h on h.clinic_id = $1 and h.id = e.assessment_id
  join assessment_revision r on r.clinic_id = $1 and r.assessment_id = h.id and r.n = h.current_n`;

export const indexPlan = `
  create unique index on planned_person (mrn);
  create unique index on planned_course (mrn, day_zero, agent, route, coalesce(agent_name, ''));
  create unique index on earlier_form (mrn, instrument, moment);
  create index on earlier_form (assessment_id);
  analyze planned_person; analyze planned_course; analyze earlier_form`;

/** `$2`: what to do with changed forms, `$3`: with forms that the record has from elsewhere, `$4`: with unknown patients. */
export const planForms = `
  insert into planned_form
  select f.line, f.position,
    case when decided.action = 'amended' then e.assessment_id else f.assessment_id end,
    case when decided.action = 'amended' then e.n + 1 else 1 end,
    p.patient_id, c.course_id, decided.action, decided.rule
  from (select s.*, row_number() over same as nth, first_value(s.content_hash) over same as first_hash
    from staged_form s
    window same as (partition by s.mrn, s.instrument, s.moment order by s.line, s.position)) f
  join planned_person p on p.mrn = f.mrn
  left join planned_course c on c.mrn = f.mrn and c.day_zero = f.day_zero and c.agent = f.agent and c.route = f.route
    and coalesce(c.agent_name, '') = coalesce(f.agent_name, '')
  left join earlier_form e on e.mrn = f.mrn and e.instrument = f.instrument and e.moment = f.moment
  left join lateral (select a.id from current_assessment a
    where p.known and e.assessment_id is null and a.clinic_id = $1 and a.patient_id = p.patient_id
      and a.instrument = f.instrument and a.on_date = f.on_date
      and not exists (select from earlier_form o where o.assessment_id = a.id)
    limit 1) recorded on true
  cross join lateral (select
    case
      when not p.known and $4 = 'refuse' then 'refused'
      when f.nth > 1 and f.content_hash = f.first_hash then 'repeated'
      when f.nth > 1 then 'refused'
      when e.content_hash = f.content_hash then 'unchanged'
      when e.assessment_id is not null then case
        when e.status = 'current' and $2 = 'amend' and e.by_import and e.course_id is not distinct from c.course_id
          then 'amended' else 'refused' end
      when recorded.id is not null and $3 = 'skip' then 'skipped'
      when recorded.id is not null and $3 = 'refuse' then 'refused'
      else 'new' end as action,
    case
      when not p.known and $4 = 'refuse' then 'patient-unknown'
      when f.nth > 1 then case when f.content_hash <> f.first_hash then 'repeated-differently' end
      when e.content_hash = f.content_hash then null
      when e.assessment_id is not null then case
        when e.status <> 'current' then 'taken-out'
        when $2 <> 'amend' then 'changed'
        when not e.by_import then 'changed-by-hand'
        when e.course_id is distinct from c.course_id then 'other-course' end
      when recorded.id is not null then case $3 when 'refuse' then 'already-recorded' when 'keep-both' then 'kept-beside' end
      end as rule) decided`;

/** A row is imported as a whole or not at all. */
export const refuseWholeLines = `
  update planned_form set action = 'refused'
  where action in ('new', 'amended') and line in (select line from planned_form where action = 'refused')`;

export const indexForms = `create unique index on planned_form (line, position); analyze planned_form`;

/** Only who gets a form is registered, and only the courses that get one are started. */
export const wantPersons = `
  update planned_person p set wanted = true
  where exists (select from planned_form f where f.action = 'new' and f.patient_id = p.patient_id)`;
export const wantCourses = `
  update planned_course c set wanted = true
  where exists (select from planned_form f where f.action = 'new' and f.course_id = c.course_id)`;

/**
 * What the comparison with the record found, in the order of the file. `$1` is the clinic: one without patients is
 * filled, and that each of them is new goes without saying; in any other each new one may be a slip of the pen.
 */
export const planFindings = `
  create temporary table planned_finding on commit drop as
  select row_number() over (order by line, field, rule) as nth, line, field, rule, words from (
    select f.line, s.instrument as field, f.rule,
        case f.rule when 'patient-unknown' then s.mrn || ' is not a patient here.' end as words
      from planned_form f join staged_form s using (line, position) where f.rule is not null
    union all
    select line, 'record number', 'patient-new', mrn || ' is not a patient here; a new patient '
        || case family_name || given_name when '' then 'without a name ' else '' end || 'will be made.'
      from planned_person where wanted and not known and exists (select from current_patient c where c.clinic_id = $1)
    union all
    select f.line, s.instrument, 'prorated', null from planned_form f join staged_form s using (line, position)
      where f.action in ('new', 'amended') and s.score_status = 'prorated'
    union all
    select line, 'name', 'name-differs', null from planned_person
      where known and family_name || given_name <> ''
        and (lower(family_name), lower(given_name)) <> (lower(known_family_name), lower(known_given_name))
    union all
    select line, 'birth date', 'birth-date-differs', null from planned_person where known and birth_date <> known_birth_date
    union all
    select min(s.line), 'name', 'person-differs', null from staged_form s join planned_person p using (mrn)
      where (s.family_name, s.given_name, coalesce(s.birth_date, '-infinity'), s.sex)
        <> (p.family_name, p.given_name, coalesce(p.birth_date, '-infinity'), p.sex)
      group by s.mrn) f`;
export const countPlannedFindings = `select rule, count(distinct line)::integer as rows from planned_finding group by rule`;

/** `$1` clinic, `$2` batch, `$3` run, `$4` how many, `$5` level and words of each rule as JSON. */
export const keepPlannedFindings = `
  insert into import_finding (clinic_id, batch_id, run, line, position, field, rule, level, message)
  select $1::uuid, $2::uuid, $3::integer, line, 1000 + nth, field, rule, $5::jsonb -> rule ->> 'level',
    coalesce(words, $5::jsonb -> rule ->> 'words')
  from planned_finding where nth <= $4::bigint`;

/** Everything a dry run tells, counted. */
export const countPlan = `
  select
    (select coalesce(json_object_agg(action, forms), '{}') from (
      select action, count(*) as forms from planned_form group by action) a) as actions,
    (select count(distinct line) from planned_form where action = 'refused') as refused_rows,
    (select count(*) from planned_person where wanted and not known) as new_patients,
    (select count(*) from planned_person where known) as known_patients,
    (select count(*) from planned_person where wanted and not known and family_name || given_name = '') as without_name,
    (select count(*) from planned_course where wanted and not known) as new_courses,
    (select count(*) from planned_course where known) as known_courses,
    (select coalesce(json_agg(i), '[]') from (
      select s.instrument,
        count(*) filter (where s.score_status = 'complete') as complete,
        count(*) filter (where s.score_status = 'prorated') as prorated,
        count(*) filter (where s.score_status = 'partial') as partial,
        count(*) filter (where s.score_status = 'imported') as imported
      from planned_form f join staged_form s using (line, position)
      where f.action in ('new', 'amended') group by s.instrument order by s.instrument) i) as instruments,
    (select count(*) from planned_form f join staged_form s using (line, position)
      where f.action in ('new', 'amended') and s.alert_rule = 'item-9') as item_9,
    (select min(s.on_date) from planned_form f join staged_form s using (line, position)
      where f.action in ('new', 'amended')) as first_day,
    (select max(s.on_date) from planned_form f join staged_form s using (line, position)
      where f.action in ('new', 'amended')) as last_day`;
