import { createHash } from 'node:crypto';
import { columnsOf, type ImportMapping, type ImportTreatment, type Sex } from '@courseline/contracts';
import { addDays } from '../clinics/clinic-calendar.js';
import { recordNumber } from './cell-values.js';
import type { CsvRow } from './csv-reader.js';
import { quotedCell, type Finding } from './findings.js';
import { formsReader, type MissingTallies, type ScoredForm } from './map-forms.js';
import { RowCells, type ColumnPlaces } from './row-cells.js';

export interface MappedPerson {
  readonly mrn: string;
  /** `''` where the file has no name. */
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: string | null;
  readonly sex: Sex;
}

export interface MappedCourse extends ImportTreatment {
  readonly dayZero: string;
}

export interface MappedForm extends ScoredForm {
  readonly onDate: string;
  readonly context: 'before-dose' | 'after-dose' | 'between' | 'unknown';
  /** Tells the forms of one person and instrument apart: the day, or the sequence number. */
  readonly moment: string;
  /** Of all that is kept of the form: the same content needs no import. */
  readonly contentHash: string;
}

export interface MappedRow {
  readonly line: number;
  readonly person: MappedPerson;
  readonly course: MappedCourse | null;
  readonly forms: readonly MappedForm[];
  readonly unanswered: number;
}

export type MappingOfRow =
  | { readonly row: MappedRow; readonly findings: readonly [] }
  | { readonly row: null; readonly findings: readonly Finding[] };

export type RowMapper = (row: CsvRow, tallies: MissingTallies) => MappingOfRow;

/** Thrown when a mapping names columns that the file does not have. */
export class MissingColumnsError extends Error {
  constructor(readonly columns: readonly string[]) {
    super(`The file has no column ${columns.map((name) => `"${name}"`).join(', ')}.`);
    this.name = 'MissingColumnsError';
  }
}

const EARLIEST_BIRTH = '1890-01-01';
const longestName = 200;
const longestSequence = 40;

/**
 * Makes a mapping ready for the rows of a file: each row becomes a person with forms, or what is wrong with it, all
 * of it at once. A row with anything wrong gives nothing. Throws `MissingColumnsError`.
 */
export function rowMapper(mapping: ImportMapping, columns: readonly string[], today: string): RowMapper {
  const places: ColumnPlaces = new Map(columns.map((name, index) => [name, index]));
  const absent = columnsOf(mapping).filter((name) => !places.has(name));
  if (absent.length > 0) throw new MissingColumnsError(absent);
  const readPerson = personReader(mapping.person);
  const readCourse = courseReader(mapping.course);
  const readContext = contextReader(mapping.context);
  const readForms = formsReader(mapping);
  return (csvRow, tallies) => {
    const cells = new RowCells(csvRow, places, today);
    if (csvRow.cells.length !== columns.length) {
      const widths = `${csvRow.cells.length} cells, the header has ${columns.length}`;
      cells.find(columns[0] ?? '', 'cell-count', `The row has ${widths}.`);
      return { row: null, findings: cells.findings };
    }
    const person = readPerson(cells);
    const course = readCourse(cells);
    const context = readContext(cells);
    const { forms, unanswered } = readForms(cells, tallies);
    // A row without answers needs no day.
    const onDate = forms.length === 0 ? null : readDay(mapping.day, cells, course?.dayZero ?? null);
    const sequence = readSequence(mapping.sequence, cells);
    if (cells.findings.length > 0 || person === null || context === null)
      return { row: null, findings: cells.findings };
    return {
      row: {
        line: csvRow.line,
        person,
        course,
        unanswered,
        forms:
          onDate === null
            ? []
            : forms.map((form) => placedForm(form, { onDate, context, course, moment: sequence ?? onDate })),
      },
      findings: [],
    };
  };
}

function personReader(mapping: ImportMapping['person']): (cells: RowCells) => MappedPerson | null {
  const sexes = new Map(Object.entries(mapping.sex?.codes ?? {}));
  return (cells) => {
    const cell = cells.at(mapping.column);
    const number = recordNumber(cell, mapping);
    const { birthDate, sex } = mapping;
    const about = {
      familyName: cells.text(mapping.familyName, longestName),
      givenName: cells.text(mapping.givenName, longestName),
      birthDate:
        birthDate === null || cells.at(birthDate.column) === ''
          ? null
          : cells.day(birthDate.column, birthDate.format, EARLIEST_BIRTH),
      sex:
        sex === null || cells.at(sex.column) === ''
          ? ('unknown' as const)
          : (cells.coded(sex.column, sexes, 'sex-unknown') ?? ('unknown' as const)),
    };
    if ('mrn' in number) return { mrn: number.mrn, ...about };
    return cells.find(mapping.column, number.problem, `${quotedCell(cell)} is no record number.`);
  };
}

function courseReader(mapping: ImportMapping['course']): (cells: RowCells) => MappedCourse | null {
  if (mapping === null) return () => null;
  const { dayZero, treatment } = mapping;
  const codes = new Map(treatment.kind === 'column' ? Object.entries(treatment.codes) : []);
  return (cells) => {
    const anchor =
      dayZero.kind === 'constant'
        ? cells.possibleDay('day 0', dayZero.day)
        : cells.day(dayZero.column, dayZero.format);
    const given =
      treatment.kind === 'constant'
        ? treatment.treatment
        : cells.coded(treatment.column, codes, 'treatment-unknown');
    return anchor === null || given === null ? null : { ...given, dayZero: anchor };
  };
}

function contextReader(mapping: ImportMapping['context']): (cells: RowCells) => MappedForm['context'] | null {
  if (mapping.kind === 'constant') return () => mapping.context;
  const codes = new Map(Object.entries(mapping.codes));
  return (cells) =>
    cells.at(mapping.column) === '' ? 'unknown' : cells.coded(mapping.column, codes, 'context-unknown');
}

function readDay(mapping: ImportMapping['day'], cells: RowCells, dayZero: string | null): string | null {
  switch (mapping.kind) {
    case 'column':
      return cells.day(mapping.column, mapping.format);
    case 'constant':
      return cells.possibleDay('date', mapping.day);
    case 'counted': {
      const count = cells.wholeNumber(mapping.column);
      const from = mapping.from === 'day-zero' ? dayZero : mapping.from;
      if (count === null || from === null) return null;
      const days = (count - mapping.first) * (mapping.unit === 'week' ? 7 : 1);
      return cells.possibleDay(mapping.column, addDays(from, days));
    }
  }
}

/** `#3` for the sequence number 3, so that it is never taken for a day; null where the mapping has none. */
function readSequence(column: string | null, cells: RowCells): string | null {
  if (column === null) return null;
  const text = cells.text(column, longestSequence);
  return text === '' ? cells.find(column, 'sequence-missing', 'There is no sequence number.') : `#${text}`;
}

function placedForm(
  form: ScoredForm,
  place: Pick<MappedForm, 'onDate' | 'context' | 'moment'> & { readonly course: MappedCourse | null },
): MappedForm {
  const { onDate, context, moment, course } = place;
  const content = [
    form.answers,
    form.difficulty,
    form.importedTotal,
    onDate,
    context,
    course === null ? null : [course.dayZero, course.agent, course.route, course.name],
  ];
  const contentHash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return { ...form, onDate, context, moment, contentHash };
}
