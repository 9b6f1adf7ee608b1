import type { AnswerConflict, OwnAnswers } from '@courseline/contracts';
import type { InstrumentDefinition } from '@courseline/instruments';
import { DIFFICULTY_ITEM, type GivenAnswerRow } from '../assessments/answer-trail.js';
import { DomainError } from '../http/domain-error.js';
import { standingAnswer, withAnswer } from './own-draft.js';
import type { OwnDraftRow } from './own-record.queries.js';

export interface Intake {
  /** The form as it stands after them. */
  readonly draft: OwnDraftRow;
  /** What is new, in order. */
  readonly added: readonly GivenAnswerRow[];
  readonly conflicts: readonly AnswerConflict[];
}

/** A form that waited for a network is not older than this; what claims to be is dated here. */
const OLDEST_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Takes in answers that a device sent, perhaps for the second time: each is stored once and in order. One that meets
 * another answer to its question, given elsewhere after what the person had before them, is set aside; so is every
 * answer to a form that was handed in.
 */
export function takeIn(
  definition: InstrumentDefinition,
  draft: OwnDraftRow,
  trail: readonly GivenAnswerRow[],
  sent: OwnAnswers,
  now: Date,
): Intake {
  const added: GivenAnswerRow[] = [];
  const conflicts: AnswerConflict[] = [];
  let form = draft;
  for (const given of sent.answers) {
    const all = [...trail, ...added];
    const mine = all.filter((row) => row.device_id === sent.device);
    const known = mine.find((row) => row.sequence === given.sequence);
    const here = given.answer;
    const asConflict = { sequence: given.sequence, item: given.item, here };
    if (known !== undefined) {
      const there = standingAnswer(form, given.item);
      if (known.set_aside && there !== here) conflicts.push({ ...asConflict, there });
      continue;
    }
    if (given.sequence !== mine.length + 1) {
      throw new DomainError('conflict', { detail: 'An answer given before this one has not come yet.' });
    }
    const changed = withAnswer(definition, form, given.item, here);
    const item = given.item === 'difficulty' ? DIFFICULTY_ITEM : given.item;
    const meets = all.some(
      (row) =>
        row.item === item &&
        !row.set_aside &&
        row.device_id !== sent.device &&
        row.form_version > given.basis &&
        row.answer !== here,
    );
    const setAside = draft.closed_at !== null || meets;
    if (setAside) {
      const there = standingAnswer(form, given.item);
      if (there !== here) conflicts.push({ ...asConflict, there });
    } else {
      form = { ...changed, version: form.version + 1 };
    }
    added.push({
      n: all.length + 1,
      item,
      answer: here,
      form_version: form.version,
      set_aside: setAside,
      device_id: sent.device,
      sequence: given.sequence,
      given_at: within(new Date(given.givenAt), now),
    });
  }
  return { draft: form, added, conflicts };
}

/** A moment by the device's clock, which may be wrong: not after now, and not before what may still come. */
export function within(claimed: Date, now: Date): Date {
  return new Date(Math.min(now.getTime(), Math.max(now.getTime() - OLDEST_MS, claimed.getTime())));
}
