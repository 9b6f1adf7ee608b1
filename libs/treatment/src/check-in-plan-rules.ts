import { TRAUMA_SCALE, type CheckInMoment, type CheckInPlan } from './check-in-plan.js';

/** A fault of a plan and where it is: moment by position from 0. */
export interface CheckInPlanFault {
  readonly moment: number;
  readonly field: 'id' | 'instruments' | 'anchor' | 'opens' | 'due' | 'closes';
  readonly message: string;
}

/** What a plan may ask: by instrument the days its questions look back, 0 for now; null for what patients are not asked. */
export type RecallDays = (instrument: string) => number | null;

const LONGEST_WINDOW_DAYS = 92;
const LONGEST_WINDOW_HOURS = 48;

function windowFaults(moment: CheckInMoment): readonly Omit<CheckInPlanFault, 'moment'>[] {
  const { anchor, opens, due, closes } = moment;
  const inHours = anchor.kind === 'hours-after-dose';
  const longest = inHours ? LONGEST_WINDOW_HOURS : LONGEST_WINDOW_DAYS;
  if (![opens, due, closes].every((offset) => Number.isInteger(offset)))
    return [{ field: 'opens', message: 'Windows are whole days, or whole hours after a dose.' }];
  if (due < opens) return [{ field: 'due', message: 'It is due before it opens.' }];
  if (closes < due) return [{ field: 'closes', message: 'It closes before it is due.' }];
  if (closes - opens > longest)
    return [
      { field: 'closes', message: `The window is longer than ${longest} ${inHours ? 'hours' : 'days'}.` },
    ];
  if (inHours && anchor.hours + opens <= 0)
    return [{ field: 'opens', message: 'It opens before the dose is given.' }];
  if (['baseline', 'before-dose', 'mid-phase'].includes(anchor.kind) && closes > 0)
    return [
      {
        field: 'closes',
        message: 'What is asked before a dose closes on the day of the dose at the latest.',
      },
    ];
  if (anchor.kind === 'phase-end' && opens < 1)
    return [{ field: 'opens', message: 'It opens on the day after the last dose at the earliest.' }];
  if (anchor.kind === 'every' && closes - opens >= anchor.everyDays)
    return [{ field: 'closes', message: 'One window runs into the next.' }];
  return [];
}

function instrumentFaults(
  moment: CheckInMoment,
  recallDays: RecallDays,
): readonly Omit<CheckInPlanFault, 'moment'>[] {
  const { instruments, anchor } = moment;
  if (instruments.length === 0) return [{ field: 'instruments', message: 'Nothing is asked.' }];
  if (new Set(instruments).size < instruments.length)
    return [{ field: 'instruments', message: 'The same form is asked twice.' }];
  const faults: Omit<CheckInPlanFault, 'moment'>[] = [];
  for (const instrument of instruments) {
    const days = recallDays(instrument);
    if (days === null)
      faults.push({ field: 'instruments', message: `${instrument} is not asked of patients.` });
    else if (anchor.kind === 'hours-after-dose' && days > 0)
      faults.push({
        field: 'instruments',
        message:
          'Within hours of a dose only what asks about now is asked, never a scale that asks about weeks.',
      });
  }
  return faults;
}

function anchorFaults({ anchor }: CheckInMoment): readonly Omit<CheckInPlanFault, 'moment'>[] {
  if (anchor.kind === 'before-dose' && !(anchor.everyDays >= 0 && anchor.everyDays <= 365))
    return [{ field: 'anchor', message: 'Say from 0 (each dose) to 365 days.' }];
  if (anchor.kind === 'every' && !(anchor.everyDays >= 7 && anchor.everyDays <= 365))
    return [{ field: 'anchor', message: 'Say from 7 to 365 days.' }];
  if (anchor.kind === 'hours-after-dose' && !(anchor.hours >= 1 && anchor.hours <= 72))
    return [{ field: 'anchor', message: 'Say from 1 to 72 hours.' }];
  return [];
}

/**
 * What is wrong with a plan; empty when it may be kept. Scales that ask about weeks never stand within hours of a dose
 * (they would measure the dose), windows are in order, and what repeats does not overlap itself. Our own rules.
 */
export function checkInPlanFaults(plan: CheckInPlan, recallDays: RecallDays): readonly CheckInPlanFault[] {
  const ids = plan.map(({ id }) => id);
  return plan.flatMap((moment, index) =>
    [
      ...(ids.indexOf(moment.id) < index
        ? [{ field: 'id' as const, message: 'Two moments have the same name.' }]
        : []),
      ...instrumentFaults(moment, recallDays),
      ...anchorFaults(moment),
      ...windowFaults(moment),
    ].map((fault) => ({ moment: index, ...fault })),
  );
}

/** Whether a form is asked of this patient at all: the trauma scale only where trauma is asked about. */
export function isAskedOfPatient(instrument: string, asksTrauma: boolean): boolean {
  return instrument !== TRAUMA_SCALE || asksTrauma;
}
