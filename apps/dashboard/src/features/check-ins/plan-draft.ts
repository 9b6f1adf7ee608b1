import type { CheckInMomentOfPlan } from '@courseline/contracts';
import { recallDaysOf } from '@courseline/contracts';
import { instruments } from '@courseline/instruments';
import { checkInPlanFaults } from '@courseline/treatment';

export type AnchorKind = CheckInMomentOfPlan['anchor']['kind'];

/** What patients may be asked, in the order of the registry. */
export const askable = instruments.filter(({ id }) => recallDaysOf(id) !== null);

export const anchorOptions: readonly { readonly value: AnchorKind; readonly label: string }[] = [
  { value: 'baseline', label: 'The first dose of the course' },
  { value: 'before-dose', label: 'Doses of a phase' },
  { value: 'mid-phase', label: 'The middle of a phase' },
  { value: 'phase-end', label: 'The last dose of a phase' },
  { value: 'every', label: 'The calendar after a phase' },
  { value: 'hours-after-dose', label: 'Hours after each dose' },
];

const windows: Readonly<Record<AnchorKind, Pick<CheckInMomentOfPlan, 'opens' | 'due' | 'closes'>>> = {
  baseline: { opens: -14, due: 0, closes: 0 },
  'before-dose': { opens: -3, due: 0, closes: 0 },
  'mid-phase': { opens: -3, due: 0, closes: 0 },
  'phase-end': { opens: 1, due: 14, closes: 31 },
  every: { opens: -7, due: 0, closes: 14 },
  'hours-after-dose': { opens: -1, due: 0, closes: 8 },
};

/** The moment hung on something else, with the usual window of that. */
export function withAnchorKind(moment: CheckInMomentOfPlan, kind: AnchorKind): CheckInMomentOfPlan {
  const phase = 'phase' in moment.anchor ? moment.anchor.phase : 'induction';
  const anchors: Readonly<Record<AnchorKind, CheckInMomentOfPlan['anchor']>> = {
    baseline: { kind: 'baseline' },
    'before-dose': { kind: 'before-dose', phase, everyDays: 7 },
    'mid-phase': { kind: 'mid-phase', phase },
    'phase-end': { kind: 'phase-end', phase },
    every: { kind: 'every', phase, everyDays: 28 },
    'hours-after-dose': { kind: 'hours-after-dose', hours: 4 },
  };
  return {
    ...moment,
    ...windows[kind],
    anchor: anchors[kind],
    instruments: kind === 'hours-after-dose' ? ['right-now'] : moment.instruments,
  };
}

/** A further moment; its id is one that no other has. */
export function newMoment(moments: readonly CheckInMomentOfPlan[]): CheckInMomentOfPlan {
  const taken = new Set(moments.map(({ id }) => id));
  let number = moments.length + 1;
  while (taken.has(`moment-${number}`)) number += 1;
  return {
    id: `moment-${number}`,
    label: 'New moment',
    instruments: ['phq-9'],
    anchor: { kind: 'before-dose', phase: 'maintenance', everyDays: 7 },
    ...windows['before-dose'],
  };
}

/** What keeps the plan from being saved, by the position of its moment. */
export function faultsOf(moments: readonly CheckInMomentOfPlan[]): ReadonlyMap<number, readonly string[]> {
  const faults = new Map<number, string[]>();
  const add = (moment: number, message: string): void => {
    faults.set(moment, [...(faults.get(moment) ?? []), message]);
  };
  for (const { moment, message } of checkInPlanFaults(moments, recallDaysOf)) add(moment, message);
  for (const [index, { label }] of moments.entries()) if (label.trim() === '') add(index, 'Name the moment.');
  return faults;
}
