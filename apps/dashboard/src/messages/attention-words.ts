import type { AttentionReason } from '@courseline/contracts';
import { findInstrument, thresholdsOf } from '@courseline/instruments';

interface Words {
  readonly nearDay: (day: string) => string;
  readonly day: (day: string) => string;
  readonly today: () => string;
}

function name(instrument: string): string {
  return findInstrument(instrument)?.name ?? instrument;
}

function fallWords(percentFall: number | null): string {
  if (percentFall === null) return 'no fall';
  return percentFall < 0 ? 'higher than at baseline' : `${Math.round(percentFall)} % lower than at baseline`;
}

/** Where our line for a look is not the one of measurement error, both are named: the chart speaks of the other. */
function riseRule(instrument: string, points: number): string {
  const known = findInstrument(instrument);
  const reliable = (known && thresholdsOf(known.id))?.deterioration.report.points ?? points;
  return reliable === points
    ? `${points} or more`
    : `${points} or more: our line for a look; beyond measurement error from ${reliable} on`;
}

const riseFrom = {
  'rise-from-baseline': 'at baseline',
  'rise-from-best': 'at best',
  'rise-from-previous': 'the time before',
} as const;

/** Why someone should look, in words: the number first, then the rule. */
export function attentionWords(reason: AttentionReason, words: Words): string {
  switch (reason.code) {
    case 'rise-from-baseline':
    case 'rise-from-best':
    case 'rise-from-previous':
      return `${name(reason.instrument)} ${reason.to.total}, was ${reason.from.total} ${riseFrom[reason.code]}: worse by ${reason.points} (${riseRule(reason.instrument, reason.thresholdPoints)})`;
    case 'relapse':
      return `${name(reason.instrument)} ${reason.to.total} after remission: relapse (${reason.thresholdTotal} or more)`;
    case 'loss-of-response':
      return `${name(reason.instrument)} ${reason.to.total}, response lost: ${fallWords(reason.percentFall)}`;
    case 'little-change':
      return `${name(reason.instrument)} ${reason.to.total}, was ${reason.from.total}, after ${reason.sessionsGiven} sessions: less than ${reason.thresholdPercent} % lower, review the plan`;
    case 'no-baseline':
      return `${name(reason.instrument)}: treated without a baseline`;
    case 'no-recent-score':
      return reason.lastDate === null
        ? `${name(reason.instrument)}: no score in ${reason.days} days`
        : `${name(reason.instrument)}: last score ${reason.days} days ago, ${words.day(reason.lastDate)}`;
    case 'no-baseline-before-first-dose':
      return `${name(reason.instrument)}: no baseline, first dose ${words.nearDay(reason.firstDoseOn)}`;
    case 'form-due':
      return `${reason.instruments.map(name).join(', ')} due ${words.nearDay(reason.dueOn)}`;
    case 'unsigned-session':
      return reason.begun
        ? `Session of ${words.nearDay(reason.date)} is not signed`
        : `Session of ${words.nearDay(reason.date)} was never written down`;
  }
}
