import { dispositionWords, type Alert, type Disposition } from '@courseline/contracts';
import type { Format } from '../../ui/format-context';

const ways: Readonly<Record<Alert['way'], string>> = {
  patient: 'answered by the patient',
  kiosk: 'answered by the patient on the clinic’s tablet',
  staff: 'entered by staff',
  import: 'imported',
};

/** "item 9 “several days”, today 09:12, answered by the patient". */
export function alertWords(alert: Alert, format: Format): string {
  const what =
    alert.rule === 'item-9-declined'
      ? 'item 9 declined'
      : `item 9 “${(alert.answer ?? String(alert.value)).toLowerCase()}”`;
  return `${what}, ${format.nearMoment(alert.raisedAt)}, ${ways[alert.way]}`;
}

/** Said at once, while the answer is still on its way. */
export function awaitedWords(awaited: number | 'declined'): string {
  const what = awaited === 'declined' ? 'Item 9 was declined: ask in person.' : 'Item 9 is above 0.';
  return `${what} Saving the answer; record what was done before the dose.`;
}

/** "C-SSRS 1, safety plan reviewed, safe to treat today". */
export function dispositionLine({ cssrsLevel, safetyPlanReviewed, decision }: Disposition): string {
  const screen = cssrsLevel === null ? 'C-SSRS not done' : `C-SSRS ${cssrsLevel}`;
  const plan = safetyPlanReviewed ? 'safety plan reviewed' : 'safety plan not reviewed';
  return `${screen}, ${plan}, ${dispositionWords[decision].toLowerCase()}`;
}
