import type { CheckInMomentOfPlan } from '@courseline/contracts';
import { findInstrument } from '@courseline/instruments';
import { phaseWords } from './clinical-words';

type Anchor = CheckInMomentOfPlan['anchor'];

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** "Before doses of induction, at most every 7 days". */
export function anchorWords(anchor: Anchor): string {
  switch (anchor.kind) {
    case 'baseline':
      return 'Before the first dose';
    case 'before-dose':
      return anchor.everyDays <= 1
        ? `Before each dose of ${phaseWords[anchor.phase].toLowerCase()} after the first`
        : `Before doses of ${phaseWords[anchor.phase].toLowerCase()}, at most every ${anchor.everyDays} days`;
    case 'mid-phase':
      return `Before the dose in the middle of ${phaseWords[anchor.phase].toLowerCase()}`;
    case 'phase-end':
      return `After the last dose of ${phaseWords[anchor.phase].toLowerCase()}`;
    case 'every':
      return `Every ${counted(anchor.everyDays, 'day')} after the last dose of ${phaseWords[anchor.phase].toLowerCase()}`;
    case 'hours-after-dose':
      return `${counted(anchor.hours, 'hour')} after each dose`;
  }
}

/** "Opens 3 days before, due by the dose." What an offset counts from is what the moment hangs on. */
export function windowWords({ anchor, opens, due, closes }: CheckInMomentOfPlan): string {
  const unit = anchor.kind === 'hours-after-dose' ? 'hour' : 'day';
  const at = (offset: number): string =>
    offset === 0
      ? anchor.kind === 'hours-after-dose' || anchor.kind === 'every'
        ? 'then'
        : 'on its day'
      : offset < 0
        ? `${counted(-offset, unit)} before`
        : `${counted(offset, unit)} after`;
  const isBeforeDose = ['baseline', 'before-dose', 'mid-phase'].includes(anchor.kind);
  if (isBeforeDose && due === 0 && closes === 0) return `Opens ${at(opens)}, due by the dose.`;
  return `Opens ${at(opens)}, due ${at(due)}, closes ${at(closes)}.`;
}

export function instrumentList(instruments: readonly string[]): string {
  return instruments.map((instrument) => findInstrument(instrument)?.name ?? instrument).join(', ');
}

/** Said wherever a plan is shown: whose the windows are. */
export const windowRule =
  'The windows are this clinic’s own rule, begun from ours. That the end of induction counts to 31 days after its last dose follows McInnes 2022, who measured 14 to 31 days after. Scales that ask about weeks are never asked within 24 hours after a dose: they would measure the dose.';
