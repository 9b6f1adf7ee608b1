/** The columns of the table that a file is put into, row by row. */
export const stagedColumns = {
  line: 'bigint not null',
  position: 'smallint not null',
  assessment_id: 'uuid not null',
  patient_id: 'uuid not null',
  course_id: 'uuid not null',
  alert_id: 'uuid',
  mrn: 'text not null',
  family_name: 'text not null',
  given_name: 'text not null',
  birth_date: 'date',
  sex: 'text not null',
  instrument: 'text not null',
  instrument_version: 'text not null',
  answers: 'smallint[]',
  difficulty: 'smallint',
  imported_total: 'smallint',
  total: 'smallint',
  score_status: 'text not null',
  context: 'text not null',
  on_date: 'date not null',
  moment: 'text not null',
  content_hash: 'text not null',
  day_zero: 'date',
  agent: 'text',
  agent_name: 'text',
  route: 'text',
  alert_rule: 'text',
  alert_level: 'text',
  alert_value: 'smallint',
} as const;
export type StagedColumn = keyof typeof stagedColumns;

const staged = Object.entries(stagedColumns)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');

/**
 * Tables that live as long as the transaction of a dry run or an import. What a file says is put into them row by
 * row and compared with the record all at once; only the import then writes, and both forget them.
 */
export const createStagingTables = `
  create temporary table staged_form (${staged}) on commit drop;
  create temporary table planned_person (
    mrn text not null, patient_id uuid not null, known boolean not null, line bigint not null,
    family_name text not null, given_name text not null, birth_date date, sex text not null,
    known_family_name text, known_given_name text, known_birth_date date, wanted boolean not null
  ) on commit drop;
  create temporary table planned_course (
    mrn text not null, patient_id uuid not null, course_id uuid not null, known boolean not null, line bigint not null,
    day_zero date not null, agent text not null, agent_name text, route text not null, wanted boolean not null
  ) on commit drop;
  create temporary table earlier_form (
    mrn text not null, instrument text not null, moment text not null, content_hash text not null,
    assessment_id uuid not null, course_id uuid, n integer not null, status text not null, by_import boolean not null
  ) on commit drop;
  create temporary table planned_form (
    line bigint not null, position smallint not null,
    assessment_id uuid not null, n integer not null, patient_id uuid not null, course_id uuid,
    action text not null, rule text
  ) on commit drop`;
