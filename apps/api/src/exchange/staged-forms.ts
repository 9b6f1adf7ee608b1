import { alertFor } from '../safety/item-9-rule.js';
import { newId } from '../database/ids.js';
import type { Sql } from '../database/sql.js';
import type { MappedForm, MappedRow } from './map-row.js';
import { copyIntoTemporary, type CopyCell } from './copy-into.js';
import { createStagingTables, stagedColumns, type StagedColumn } from './staged-forms.sql.js';

/** So many forms go to the database at once: enough to cost little, few enough to stay small in memory. */
const batchSize = 2_000;

const columns = Object.keys(stagedColumns) as StagedColumn[];

/** The forms of a file on their way to the record: in a table of the transaction, not in memory. */
export class StagedForms {
  private waiting: CopyCell[][] = [];
  private readonly ids = new FreshIds();

  private constructor(private readonly sql: Sql) {}

  static async open(sql: Sql): Promise<StagedForms> {
    await sql.execute(createStagingTables);
    return new StagedForms(sql);
  }

  async add(row: MappedRow): Promise<void> {
    if (row.forms.length === 0) return;
    const { patientId, courseId } = this.ids.of(row);
    for (const [position, form] of row.forms.entries())
      this.waiting.push(cellsOf(stagedForm(row, form, { position, patientId, courseId })));
    if (this.waiting.length >= batchSize) await this.flush();
  }

  /** Everything is there; the planner is told how much that is. */
  async close(): Promise<void> {
    await this.flush();
    await this.sql.execute('analyze staged_form');
  }

  private async flush(): Promise<void> {
    if (this.waiting.length === 0) return;
    await copyIntoTemporary(this.sql, 'staged_form', columns, this.waiting);
    this.waiting = [];
  }
}

/** Ids for what may turn out to be new. Rows of one person mostly follow each other and can share them. */
class FreshIds {
  private last = { mrn: '', course: '', patientId: '', courseId: '' };

  of({ person, course }: MappedRow): { patientId: string; courseId: string } {
    const key = course === null ? '' : [course.dayZero, course.agent, course.route, course.name].join('\n');
    const { last } = this;
    const samePerson = last.mrn === person.mrn;
    this.last = {
      mrn: person.mrn,
      course: key,
      patientId: samePerson ? last.patientId : newId(),
      courseId: samePerson && last.course === key ? last.courseId : newId(),
    };
    return this.last;
  }
}

type StagedForm = Readonly<Record<StagedColumn, CopyCell>>;

function cellsOf(form: StagedForm): CopyCell[] {
  return columns.map((column) => form[column]);
}

function stagedForm(
  { line, person, course }: MappedRow,
  form: MappedForm,
  ids: { position: number; patientId: string; courseId: string },
): StagedForm {
  const assessmentId = newId();
  const alert = alertFor({
    assessmentId,
    n: 1,
    patientId: ids.patientId,
    instrument: form.instrument,
    item9: form.item9,
    way: 'import',
    historical: true,
  });
  return {
    line,
    position: ids.position,
    assessment_id: assessmentId,
    patient_id: ids.patientId,
    course_id: ids.courseId,
    alert_id: alert === null ? null : newId(),
    mrn: person.mrn,
    family_name: person.familyName,
    given_name: person.givenName,
    birth_date: person.birthDate,
    sex: person.sex,
    instrument: form.instrument,
    instrument_version: form.instrumentVersion,
    answers: form.answers,
    difficulty: form.difficulty,
    imported_total: form.importedTotal,
    total: form.total,
    score_status: form.scoreStatus,
    context: form.context,
    on_date: form.onDate,
    moment: form.moment,
    content_hash: form.contentHash,
    day_zero: course?.dayZero ?? null,
    agent: course?.agent ?? null,
    agent_name: course?.name ?? null,
    route: course?.route ?? null,
    alert_rule: alert?.rule ?? null,
    alert_level: alert?.level ?? null,
    alert_value: alert?.value ?? null,
  };
}
