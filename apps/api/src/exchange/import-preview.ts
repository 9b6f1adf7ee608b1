import { Injectable } from '@nestjs/common';
import type { ImportMapping, ImportPreview } from '@courseline/contracts';
import { bandOf, getInstrument } from '@courseline/instruments';
import { z } from 'zod';
import { daysBetween } from '../clinics/clinic-calendar.js';
import { RequestContext } from '../http/request-context.js';
import { groupBy } from '../outcomes/group-by.js';
import { readTable, type Bytes } from './csv-reader.js';
import { levelOf, type Finding } from './findings.js';
import { fileProblem } from './import-run.js';
import { emptyTallies } from './map-forms.js';
import { rowMapper, type MappedCourse, type MappedForm, type MappedRow } from './map-row.js';

const previewRows = 20;

const knownRow = z.object({
  id: z.string(),
  mrn: z.string(),
  familyName: z.string(),
  givenName: z.string(),
});

type Preview = ImportPreview['patients'][number];

/** The first rows of a file as the patients they would become, before anything is done. */
@Injectable()
export class ImportPreviews {
  constructor(private readonly context: RequestContext) {}

  async preview(mapping: ImportMapping, bytes: Bytes, today: string): Promise<ImportPreview> {
    const { rows, findings, read } = await firstRows(mapping, bytes, today);
    const patients = patientsOf(rows);
    const known = await this.findKnown(patients.map(({ mrn }) => mrn));
    return {
      rows: read,
      patients: patients.map((patient) => ({ ...patient, known: known.get(patient.mrn) ?? null })),
      findings: findings.map((finding) => ({ ...finding, level: levelOf(finding.rule) })),
    };
  }

  private async findKnown(mrns: readonly string[]) {
    const found = await this.context.query(
      knownRow,
      `select id, mrn, family_name as "familyName", given_name as "givenName" from current_patient
        where clinic_id = $1 and mrn = any ($2)`,
      [this.context.clinic.id, mrns],
    );
    this.context.touch(...found.map(({ id }) => id));
    return new Map(found.map(({ mrn, familyName, givenName }) => [mrn, { familyName, givenName }]));
  }
}

async function firstRows(mapping: ImportMapping, bytes: Bytes, today: string) {
  const rows: MappedRow[] = [];
  const findings: Finding[] = [];
  let read = 0;
  try {
    const table = await readTable(bytes, mapping.delimiter);
    const mapRow = rowMapper(mapping, table.columns, today);
    for await (const csvRow of table.rows) {
      const outcome = mapRow(csvRow, emptyTallies());
      findings.push(...outcome.findings);
      if (outcome.row !== null) rows.push(outcome.row);
      read += 1;
      if (read === previewRows) break;
    }
  } catch (error) {
    throw fileProblem(error);
  }
  return { rows, findings, read };
}

function patientsOf(rows: readonly MappedRow[]): Omit<Preview, 'known'>[] {
  return [...groupBy(rows, ({ person }) => person.mrn).values()].flatMap((own) => {
    const person = own[0]?.person;
    return person === undefined
      ? []
      : [
          {
            mrn: person.mrn,
            familyName: person.familyName,
            givenName: person.givenName,
            birthDate: person.birthDate,
            courses: coursesOf(own),
            forms: own.flatMap(({ line, course, forms }) =>
              forms.map((form) => shownForm(line, course, form)),
            ),
          },
        ];
  });
}

function coursesOf(rows: readonly MappedRow[]): Preview['courses'] {
  const courses = rows.flatMap(({ course }) => (course === null ? [] : [course]));
  return [...new Map(courses.map((course) => [JSON.stringify(course), course])).values()];
}

function shownForm(line: number, course: MappedCourse | null, form: MappedForm): Preview['forms'][number] {
  const { instrument, onDate, answers, total, scoreStatus } = form;
  return {
    line,
    instrument,
    onDate,
    day: course === null ? null : daysBetween(course.dayZero, onDate),
    answers,
    total,
    scoreStatus,
    band: total === null ? null : (bandOf(getInstrument(instrument), total)?.label ?? null),
  };
}
