import type { AnswerChange } from '@courseline/contracts';
import { DIFFICULTY_ITEM, type GivenAnswerRow } from './answer-trail.js';

/**
 * What was changed before a form was handed in, by the answers in the order in which they came: an answer given again
 * as it stood is no change. Seconds are counted from the first answer to the question, by the clock of the device.
 */
export function answerChanges(trail: readonly GivenAnswerRow[]): readonly AnswerChange[] {
  const first = new Map<number, GivenAnswerRow>();
  const standing = new Map<number, number | null>();
  const changes: AnswerChange[] = [];
  for (const row of trail) {
    const start = first.get(row.item);
    if (start === undefined) first.set(row.item, row);
    const from = standing.get(row.item);
    if (start !== undefined && from !== undefined && from !== row.answer) {
      changes.push({
        item: row.item === DIFFICULTY_ITEM ? 'difficulty' : row.item,
        from,
        to: row.answer,
        secondsAfter: Math.max(0, Math.round((row.given_at.getTime() - start.given_at.getTime()) / 1000)),
        setAside: row.set_aside,
      });
    }
    if (!row.set_aside) standing.set(row.item, row.answer);
  }
  return changes;
}
