import { dispositionWords, type WorklistAlert } from '@courseline/contracts';
import type { Format } from '../../ui/format-context';
import { eventWords } from './worklist-words';

/** How a resolved alert was resolved, by whom and when. */
export function lastWords(alert: WorklistAlert, format: Format): string {
  const disposition = alert.dispositions.at(-1);
  const event = alert.events.findLast(({ kind }) => kind === 'resolved');
  const [what, who] =
    event === undefined
      ? [disposition === undefined ? 'Resolved' : dispositionWords[disposition.decision], disposition?.byName]
      : [eventWords(event), event.byName];
  const at = alert.resolvedAt === null ? '' : `, ${format.nearMoment(alert.resolvedAt)}`;
  return `${what}${who == null || who === '' ? '' : `, ${who}`}${at}`;
}
