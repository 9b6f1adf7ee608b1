import { onsetFinding, type OnsetForm, type OnsetMeasure, type OnsetSlot } from '../../charts/onset-series';
import type { Format } from '../../ui/format-context';

const slotWords: Readonly<Record<OnsetSlot, string>> = {
  before: 'before the dose',
  '4-hours': '4 hours after the dose',
  '24-hours': '24 hours after the dose',
  later: 'days after the dose',
};

/** "Mood 3 points better 4 hours after the dose (median), better in 3 of 4 sessions." */
export function onsetTitle(measure: OnsetMeasure, format: Format): string {
  const finding = onsetFinding(measure);
  if (finding === null) return 'Hours after the doses';
  const { from, to, points, better, sessions } = finding;
  const isOne = sessions === 1;
  if (from === null) {
    const of = isOne ? 'in 1 session' : `(median of ${sessions} sessions)`;
    return `${measure.name} ${amount(points, format)} of 10 ${slotWords[to]} ${of}`;
  }
  const than = from === 'before' ? '' : ' than 4 hours after it';
  const change = changeWords(points, than, format);
  return isOne
    ? `${measure.name} ${change.replace('{when}', slotWords[to])} in 1 session`
    : `${measure.name} ${change.replace('{when}', slotWords[to])} (median), better in ${better} of ${sessions} sessions`;
}

function changeWords(points: number, than: string, format: Format): string {
  if (points === 0)
    return than === '' ? 'the same {when} as before it' : 'the same {when} as 4 hours after it';
  const size = Math.abs(points);
  return `${amount(size, format)} ${size === 1 ? 'point' : 'points'} ${points > 0 ? 'better' : 'worse'} {when}${than}`;
}

function amount(value: number, format: Format): string {
  return format.number(value, Number.isInteger(value) ? 0 : 1);
}

/** "Before", "3.9 h after": hours below ten with their tenth. */
export function hoursWords(hours: number, format: Format): string {
  if (hours <= 0) return 'before';
  return `${format.number(hours, hours < 10 ? 1 : 0)} h after`;
}

/** What the keyboard says of one form. */
export function onsetFormWords({ form, session, hours }: OnsetForm, format: Format): string {
  const [mood, anxiety, detachment] = form.answers.map((answer) => answer ?? 'not answered');
  return `Session ${session}, ${hoursWords(hours, format)}: mood ${mood}, anxiety ${anxiety}, detachment ${detachment}`;
}
