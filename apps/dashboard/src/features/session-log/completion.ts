import {
  missingParts,
  signingGates,
  type MissingPart,
  type SessionDraftValues,
  type SessionLog,
  type SessionToComplete,
  type SigningGate,
} from '@courseline/contracts';
import type { InvalidField } from './invalid-fields';

/** Something of the page that can be gone to. */
export type SheetPart = SigningGate | MissingPart | InvalidField;

export interface Completion {
  readonly gates: readonly (SigningGate | InvalidField)[];
  readonly missing: readonly MissingPart[];
}

/** Item 9 as it was just answered, while its alert is not back from the server yet; null when there is none to wait for. */
export function item9Awaiting(
  log: SessionLog,
  values: SessionDraftValues,
  assessmentIds: Readonly<Record<string, string>>,
): number | 'declined' | null {
  const answer = values.answers['phq-9']?.items[8];
  if (answer === undefined || answer === 0) return null;
  const assessment = assessmentIds['phq-9'];
  if (log.alerts.some((alert) => alert.assessmentId === assessment)) return null;
  return answer ?? 'declined';
}

/**
 * What stands in the way of a signature and what is merely missing, in the order of the page. An amendment waits for
 * no alert: an answer to item 9 that is put right raises one with it.
 */
export function completionOf(
  log: SessionLog,
  values: SessionDraftValues,
  assessmentIds: Readonly<Record<string, string>>,
  waitsForAlerts = true,
): Completion {
  const open = log.alerts.filter((alert) => alert.open).length;
  const awaiting = item9Awaiting(log, values, assessmentIds) === null ? 0 : 1;
  const session: SessionToComplete = {
    agent: log.session.agent,
    route: log.session.route,
    lastWeightKg: log.lastWeight?.kg ?? null,
    dueInstruments: log.instruments
      .filter(({ due, answered }) => due && answered === null)
      .map(({ instrument }) => instrument),
    openAlerts: waitsForAlerts ? open + awaiting : 0,
  };
  return { gates: signingGates(session, values), missing: missingParts(session, values) };
}

/** The field a gate or a missing part is put right at: of a form, its first question without an answer. */
export function fieldOf(part: SheetPart, values: SessionDraftValues): string {
  if (part.code === 'item-9-needs-disposition') return 'alert';
  if (part.code === 'weight-needs-confirming') return 'weight/question';
  // Both values of a blood pressure are typed in one cell.
  if (part.code === 'reading-incomplete') return part.path.replace(/diastolic$/, 'systolic');
  if (part.code !== 'form') return part.path;
  return `${part.path}/${firstOpenNumber(values, part.path.replace('answers/', ''))}`;
}

function firstOpenNumber(values: SessionDraftValues, instrument: string): number {
  const items = values.answers[instrument]?.items ?? [];
  const open = items.findIndex((answer) => answer === undefined);
  return open === -1 ? 1 : open + 1;
}

/** Where the keyboard begins: at the first thing of the page that is not there yet. */
export function firstField(log: SessionLog, values: SessionDraftValues): string {
  const { missing } = completionOf(log, values, log.draft?.assessmentIds ?? {});
  if (log.maySign && log.alerts.some((alert) => alert.open)) return 'alert';
  const form = missing.find((part) => part.code === 'form');
  if (form !== undefined) return fieldOf(form, values);
  if (missing.some((part) => part.path === 'vitals/before')) return 'vitals/before/systolic';
  if (values.plain.weight === undefined) return 'weight';
  if (values.plain.concomitant === undefined) return 'concomitant';
  if (values.plain.dose === undefined) return 'dose';
  const next = missing[0];
  return next === undefined ? 'note' : fieldOf(next, values);
}
