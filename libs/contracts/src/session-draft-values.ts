import { findInstrument } from '@courseline/instruments';
import type { z } from 'zod';
import {
  draftFieldSchema,
  vitalsFields,
  type PlainDraftFields,
  type sideEffectEntrySchema,
  type VitalsField,
} from './session-draft.js';

/** The answers of one instrument in a draft: null is declined, undefined not asked yet. */
export interface DraftAnswers {
  readonly items: readonly (number | null | undefined)[];
  /** Extra items that are not in the total, such as the PHQ-9's difficulty. */
  readonly extra: Readonly<Record<string, number | null | undefined>>;
}

export type SideEffectEntry = z.infer<typeof sideEffectEntrySchema>;
export type VitalsRow = { readonly at?: string } & {
  readonly [Field in Exclude<VitalsField, 'at'>]?: number;
};

/** A draft's fields as what they mean. */
export interface SessionDraftValues {
  readonly plain: Partial<PlainDraftFields>;
  readonly answers: Readonly<Record<string, DraftAnswers>>;
  /** By row: `before`, `at-40-minutes`, `end`, `other-<n>`. */
  readonly vitals: Readonly<Record<string, VitalsRow>>;
  readonly sideEffects: Readonly<Record<string, SideEffectEntry>>;
}

/** Reads the fields of a draft; a field that is not as it must be is left out. */
export function readDraftFields(
  fields: Readonly<Record<string, { readonly value: unknown }>>,
): SessionDraftValues {
  const plain: Record<string, unknown> = {};
  const answers: Record<string, { items: (number | null | undefined)[]; extra: DraftAnswers['extra'] }> = {};
  const vitals: Record<string, Record<string, unknown>> = {};
  const sideEffects: Record<string, unknown> = {};
  for (const [path, { value: raw }] of Object.entries(fields)) {
    const parsed = draftFieldSchema(path)?.safeParse(raw);
    if (parsed?.success !== true) continue;
    const value: unknown = parsed.data;
    const [first = '', second = '', third = ''] = path.split('/');
    if (first === 'answers') {
      const ofInstrument = (answers[second] ??= { items: emptyItems(second), extra: {} });
      const answer = typeof value === 'number' ? value : null;
      if (/^\d+$/.test(third)) ofInstrument.items[Number(third) - 1] = answer;
      else ofInstrument.extra = { ...ofInstrument.extra, [third]: answer };
    } else if (first === 'vitals') {
      (vitals[second] ??= {})[third] = value;
    } else if (first === 'side-effects') {
      sideEffects[second] = value;
    } else {
      plain[first] = value;
    }
  }
  // Every value above went through the schema of its path.
  return { plain, answers, vitals, sideEffects } as SessionDraftValues;
}

function emptyItems(instrument: string): (number | undefined)[] {
  return Array.from({ length: findInstrument(instrument)?.itemCount ?? 0 }, () => undefined);
}

/** Whether a row of vitals holds a value beside its time. */
export function hasReadings(row: VitalsRow | undefined): boolean {
  return row !== undefined && vitalsFields.some((field) => field !== 'at' && row[field] !== undefined);
}
