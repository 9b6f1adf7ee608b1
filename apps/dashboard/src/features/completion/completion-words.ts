import { assessmentWays, type Completion, type CompletionRow } from '@courseline/contracts';
import { findInstrument } from '@courseline/instruments';
import type { CsvTable } from '../../ui/csv-button';

const wayWords: Readonly<Record<(typeof assessmentWays)[number], string>> = {
  patient: 'by the patient',
  kiosk: 'on the tablet',
  staff: 'through staff',
  import: 'imported',
};

/** "12 by the patient, 3 through staff"; empty where nothing was answered. */
export function wayCounts(byWay: CompletionRow['byWay']): string {
  return assessmentWays
    .filter((way) => byWay[way] > 0)
    .map((way) => `${byWay[way]} ${wayWords[way]}`)
    .join(', ');
}

/** "1 min 25 s": how long the middle form took. */
export function secondsWords(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes === 0) return `${whole} s`;
  return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
}

/** All instruments and moments together. */
export function totals(rows: readonly CompletionRow[]): {
  readonly asked: number;
  readonly answered: number;
} {
  return {
    asked: rows.reduce((sum, { asked }) => sum + asked, 0),
    answered: rows.reduce((sum, { answered }) => sum + answered, 0),
  };
}

/** Questions and minutes for one week of treatment; null where there was none. */
export function burdenAWeek({ burden }: Completion): {
  readonly asked: number;
  readonly answered: number;
  /** Null where no form was timed; untimed forms are taken to need as long as timed ones. */
  readonly minutes: number | null;
} | null {
  if (burden.weeks === 0) return null;
  const { weeks, questionsAsked, questionsAnswered, minutes, timedForms, forms } = burden;
  return {
    asked: questionsAsked / weeks,
    answered: questionsAnswered / weeks,
    minutes: timedForms === 0 ? null : (minutes / timedForms) * (forms / weeks),
  };
}

export function completionCsv({ rows }: Completion): CsvTable {
  return {
    header: [
      'moment',
      'instrument',
      'asked',
      'answered',
      'late',
      ...assessmentWays,
      'median seconds',
      'timed',
    ],
    rows: rows.map((row) => [
      row.label,
      findInstrument(row.instrument)?.name ?? row.instrument,
      row.asked,
      row.answered,
      row.late,
      ...assessmentWays.map((way) => row.byWay[way]),
      row.medianSeconds,
      row.timed,
    ]),
  };
}
