import { findInstrument } from '@courseline/instruments';
import {
  doseRulesBroken,
  isPreDosePressureHigh,
  kilograms,
  weightQuestion,
  type Agent,
  type Route,
} from '@courseline/treatment';
import { hasReadings, type SessionDraftValues, type VitalsRow } from './session-draft-values.js';

/** What a session has to be known for before its draft can be judged. */
export interface SessionToComplete {
  readonly agent: Agent;
  readonly route: Route;
  readonly lastWeightKg: number | null;
  /** Instruments due today that no one has answered elsewhere. */
  readonly dueInstruments: readonly string[];
  /** Item 9 alerts of this patient without a disposition. */
  readonly openAlerts: number;
}

/** What stands in the way of signing; each is said at the field it is about. */
export interface SigningGate {
  readonly code:
    | 'dose-missing'
    | 'dose-refused'
    | 'dose-needs-reason'
    | 'weight-needs-confirming'
    | 'pressure-needs-reason'
    | 'reading-incomplete'
    | 'item-9-needs-disposition'
    | 'stop-needs-reason'
    | 'side-effect-without-asking'
    | 'serious-needs-criterion'
    | 'time-out-of-order';
  /** The path of the draft field. */
  readonly path: string;
  readonly detail: string;
}

/** What is not there yet but does not stop a signature: shown at the bottom of the page. */
export interface MissingPart {
  readonly code: 'form' | 'vitals' | 'weight' | 'side-effects' | 'concomitant' | 'ended-at';
  readonly path: string;
  readonly detail: string;
}

/** Everything that keeps this draft from being signed, in the order of the page. */
export function signingGates(session: SessionToComplete, draft: SessionDraftValues): readonly SigningGate[] {
  return [
    ...riskGates(session, draft),
    ...doseGates(session, draft),
    ...Object.entries(draft.vitals).flatMap(([row, readings]) => readingGates(row, readings)),
    ...aftermathGates(draft),
  ];
}

function riskGates(session: SessionToComplete, draft: SessionDraftValues): readonly SigningGate[] {
  const gates: SigningGate[] = [];
  if (session.openAlerts > 0) {
    gates.push({
      code: 'item-9-needs-disposition',
      path: 'answers/phq-9/9',
      detail: 'Item 9 was answered above 0, or skipped. Record what was done first.',
    });
  }
  const before = draft.vitals['before'];
  const { systolic, diastolic } = before ?? {};
  if (
    systolic !== undefined &&
    diastolic !== undefined &&
    isPreDosePressureHigh(systolic, diastolic) &&
    draft.plain['pressure-reason'] === undefined
  ) {
    gates.push({
      code: 'pressure-needs-reason',
      path: 'pressure-reason',
      detail: `Blood pressure before the dose was ${systolic}/${diastolic}, above 140/90. Say why the dose was given.`,
    });
  }
  return gates;
}

function doseGates(session: SessionToComplete, draft: SessionDraftValues): readonly SigningGate[] {
  const gates: SigningGate[] = [];
  const { weight, dose } = draft.plain;
  const question =
    weight === undefined || weight.confirmed
      ? null
      : weightQuestion(weight.value, weight.unit, session.lastWeightKg);
  if (question !== null) {
    gates.push({
      code: 'weight-needs-confirming',
      path: 'weight',
      detail:
        question.rule === 'first-weight-unusual'
          ? 'This first weight is below 40 or above 150 kg. Correct it or confirm it.'
          : 'This weight is more than 10 % off the last one. Correct it or confirm it.',
    });
  }
  if (dose === undefined) {
    gates.push({ code: 'dose-missing', path: 'dose', detail: 'The dose given is missing.' });
    return gates;
  }
  // A weight that may be the other unit's says nothing about the dose until it is answered for.
  const weightKg =
    question !== null
      ? null
      : weight === undefined
        ? session.lastWeightKg
        : kilograms(weight.value, weight.unit);
  for (const rule of doseRulesBroken({
    agent: session.agent,
    route: session.route,
    mg: dose.givenMg,
    weightKg,
  })) {
    if (rule.level === 'refuse') {
      gates.push({ code: 'dose-refused', path: 'dose', detail: rule.words });
    } else if (rule.level === 'confirm' && draft.plain['dose-reason'] === undefined) {
      gates.push({
        code: 'dose-needs-reason',
        path: 'dose-reason',
        detail: `${rule.words} (${rule.source})`,
      });
    }
  }
  return gates;
}

function readingGates(row: string, readings: VitalsRow): readonly SigningGate[] {
  const gate = (field: string, detail: string): SigningGate => ({
    code: 'reading-incomplete',
    path: `vitals/${row}/${field}`,
    detail,
  });
  const { systolic, diastolic, at } = readings;
  const gates: SigningGate[] = [];
  if (systolic === undefined && diastolic !== undefined)
    gates.push(gate('systolic', 'The upper value is missing.'));
  if (diastolic === undefined && systolic !== undefined)
    gates.push(gate('diastolic', 'The lower value is missing.'));
  if (systolic !== undefined && diastolic !== undefined && diastolic >= systolic) {
    gates.push(gate('diastolic', 'The lower value must be below the upper one.'));
  }
  if (hasReadings(readings) && at === undefined && row !== 'at-40-minutes') {
    gates.push(gate('at', 'These readings need a time.'));
  }
  return gates;
}

function aftermathGates(draft: SessionDraftValues): readonly SigningGate[] {
  const gates: SigningGate[] = [];
  const { plain, sideEffects } = draft;
  const codes = Object.keys(sideEffects);
  if (plain.state === 'stopped-early' && plain['state-reason'] === undefined) {
    gates.push({
      code: 'stop-needs-reason',
      path: 'state-reason',
      detail: 'Say why the dose was stopped early.',
    });
  }
  if (codes.length > 0 && plain['side-effects-asked'] !== 'some') {
    gates.push({
      code: 'side-effect-without-asking',
      path: 'side-effects-asked',
      detail: 'A side effect is noted, but the answer to "asked" is not "some".',
    });
  }
  for (const code of codes) {
    const entry = sideEffects[code];
    if (entry?.serious === true && entry.seriousCriterion === null) {
      gates.push({
        code: 'serious-needs-criterion',
        path: `side-effects/${code}`,
        detail: 'A serious event needs the criterion that makes it serious.',
      });
    }
  }
  const { 'started-at': started, 'ended-at': ended } = plain;
  if (started !== undefined && ended !== undefined && Date.parse(ended) < Date.parse(started)) {
    gates.push({
      code: 'time-out-of-order',
      path: 'ended-at',
      detail: 'The end is before the start of the dose.',
    });
  }
  return gates;
}

/** What is not there yet, in the order of the page; none of it stops a signature. */
export function missingParts(session: SessionToComplete, draft: SessionDraftValues): readonly MissingPart[] {
  const parts: MissingPart[] = [];
  for (const instrument of session.dueInstruments) {
    const definition = findInstrument(instrument);
    if (definition === null) continue;
    const items = draft.answers[instrument]?.items ?? [];
    const open = definition.itemCount - items.filter((answer) => answer !== undefined).length;
    if (open > 0) {
      parts.push({
        code: 'form',
        path: `answers/${instrument}`,
        detail: open === definition.itemCount ? definition.name : `${definition.name} ${open} items`,
      });
    }
  }
  if (draft.plain.weight === undefined) parts.push({ code: 'weight', path: 'weight', detail: 'weight' });
  const rows = [
    ['before', 'vitals before the dose'],
    ['at-40-minutes', 'vitals at 40 minutes'],
    ['end', 'end vitals'],
  ] as const;
  for (const [row, detail] of rows) {
    if (!hasReadings(draft.vitals[row])) parts.push({ code: 'vitals', path: `vitals/${row}`, detail });
  }
  const asked = draft.plain['side-effects-asked'];
  if (asked === undefined || asked === 'not-asked') {
    parts.push({ code: 'side-effects', path: 'side-effects-asked', detail: 'side effects not asked' });
  }
  if (draft.plain.concomitant === undefined) {
    parts.push({ code: 'concomitant', path: 'concomitant', detail: 'other medicines not asked' });
  }
  if (draft.plain['ended-at'] === undefined) {
    parts.push({ code: 'ended-at', path: 'ended-at', detail: 'discharge time' });
  }
  return parts;
}
