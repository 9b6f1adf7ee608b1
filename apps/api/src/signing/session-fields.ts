import type { AssessmentRevisionRow } from '../assessments/assessments.queries.js';
import type { ReadingRow, SessionRevisionRow, SideEffectRow } from './logged-session.queries.js';

type Json = string | number | boolean | null | { [key: string]: Json } | Json[];

/** Fields of a draft without their authors. */
export type Fields = Record<string, { value: Json }>;

/**
 * A signed session as the fields of a draft: what an amendment starts from. Reading the fields back gives the
 * same content.
 */
export function sessionFields(
  revision: SessionRevisionRow,
  readings: readonly ReadingRow[],
  sideEffects: readonly SideEffectRow[],
): Fields {
  const fields: Fields = {};
  const put = (path: string, value: Json | undefined) => {
    if (value !== null && value !== undefined) fields[path] = { value };
  };
  if (revision.state === 'given' || revision.state === 'stopped-early') put('state', revision.state);
  put('state-reason', revision.state === 'stopped-early' ? revision.state_reason : null);
  put('started-at', revision.started_at?.toISOString());
  put('ended-at', revision.ended_at?.toISOString());
  if (revision.weight_entered !== null && revision.weight_unit !== null && revision.weight_on !== null) {
    put('weight', {
      value: revision.weight_entered,
      unit: revision.weight_unit,
      on: revision.weight_on,
      confirmed: true,
    });
  }
  if (revision.given_mg !== null) put('dose', { givenMg: revision.given_mg, asOrdered: false });
  put('dose-reason', revision.dose_reason);
  put('infusion-minutes', revision.infusion_minutes);
  put('pressure-reason', revision.pressure_reason);
  if (Object.keys(revision.route_details).length > 0) put('route-details', revision.route_details);
  if (Object.keys(revision.concomitant).length > 0) put('concomitant', revision.concomitant);
  put('side-effects-asked', revision.side_effects_asked);
  put('note', revision.note);
  for (const [path, value] of readingFields(readings)) put(path, value);
  for (const { code, ...effect } of sideEffects) {
    put(`side-effects/${code}`, {
      severity: effect.severity,
      onsetMinutes: effect.onset_minutes,
      durationMinutes: effect.duration_minutes,
      ctcaeGrade: effect.ctcae_grade,
      serious: effect.serious,
      seriousCriterion: effect.serious_criterion,
      reporter: effect.reporter,
      note: effect.note,
    });
  }
  return fields;
}

function readingFields(readings: readonly ReadingRow[]): readonly (readonly [string, Json])[] {
  const fields: (readonly [string, Json])[] = [];
  const others: string[] = [];
  for (const reading of readings) {
    const row = rowOf(reading, others);
    if (reading.at !== null) fields.push([`vitals/${row}/at`, reading.at.toISOString()]);
    if (reading.kind === 'blood-pressure') {
      fields.push([`vitals/${row}/systolic`, reading.value], [`vitals/${row}/diastolic`, reading.diastolic]);
    } else {
      fields.push([`vitals/${row}/${reading.kind}`, reading.value]);
    }
  }
  return fields;
}

/** Readings of `other` moments with the same time are one row. */
function rowOf(reading: ReadingRow, others: string[]): string {
  if (reading.moment !== 'other') return reading.moment;
  const key = reading.at?.toISOString() ?? String(reading.minute);
  const known = others.indexOf(key);
  if (known >= 0) return `other-${known + 1}`;
  return `other-${others.push(key)}`;
}

/** The answers of a form as fields of a draft. */
export function assessmentFields(
  instrument: string,
  row: Pick<AssessmentRevisionRow, 'answers' | 'difficulty'>,
): Fields {
  const fields: Fields = {};
  row.answers?.forEach((answer, index) => {
    fields[`answers/${instrument}/${index + 1}`] = { value: answer };
  });
  if (row.difficulty !== null) fields[`answers/${instrument}/difficulty`] = { value: row.difficulty };
  return fields;
}
