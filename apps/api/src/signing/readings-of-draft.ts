import type { DraftChange, SessionDraftValues } from '@courseline/contracts';
import type { ReadingInPlace } from '../safety/session-alerts.service.js';

const single = ['pulse', 'spo2', 'respiratory-rate', 'sedation', 'dissociation'] as const;

/** The rows of readings that some changes touched. */
export function rowsTouched(changes: readonly DraftChange[]): ReadonlySet<string> {
  return new Set(
    changes.flatMap(({ path }) => (path.startsWith('vitals/') ? [path.split('/')[1] ?? ''] : [])),
  );
}

/** The readings of these rows of a draft, a blood pressure once both of its values are there. */
export function readingsOfDraft(
  vitals: SessionDraftValues['vitals'],
  rows: ReadonlySet<string>,
): readonly ReadingInPlace[] {
  return Object.entries(vitals).flatMap(([row, readings]) => {
    if (!rows.has(row)) return [];
    const moment: ReadingInPlace['moment'] =
      row === 'before' || row === 'at-40-minutes' || row === 'end' ? row : 'other';
    const base = { place: row, moment, at: readings.at === undefined ? null : new Date(readings.at) };
    const { systolic, diastolic } = readings;
    const pressure: readonly ReadingInPlace[] =
      systolic === undefined || diastolic === undefined
        ? []
        : [{ ...base, kind: 'blood-pressure', value: systolic, diastolic }];
    return [
      ...pressure,
      ...single.flatMap((kind) => {
        const value = readings[kind];
        return value === undefined ? [] : [{ ...base, kind, value, diastolic: null }];
      }),
    ];
  });
}
