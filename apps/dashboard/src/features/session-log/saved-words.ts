import { describeFailure } from '../../ui/failure-words';
import type { Format } from '../../ui/format-context';
import type { DraftQueue, ShownField } from './draft-queue';

/** "N. Brandt and you": who entered these fields; null when nobody did. */
export function enteredBy(fields: readonly ShownField[], me: string): string | null {
  const others = [...new Set(fields.filter((field) => field.by !== me).map((field) => field.byName))].sort();
  const names = fields.some((field) => field.by === me) ? [...others, 'you'] : others;
  const last = names.at(-1);
  if (last === undefined) return null;
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

export interface SavedWords {
  readonly words: string;
  /** Nothing of it is on the server yet, and it did not work. */
  readonly failed: boolean;
}

/** What stands in the bar about the draft: when it was saved and whose entries are in it, or that it is not. */
export function savedWords(
  queue: DraftQueue,
  fields: readonly ShownField[],
  me: string,
  format: Format,
): SavedWords {
  const unsaved = queue.waiting.size + (queue.sending?.size ?? 0);
  if (queue.failure !== null && unsaved > 0) {
    const entries = unsaved === 1 ? '1 entry is' : `${unsaved} entries are`;
    const { title, advice } = describeFailure(queue.failure);
    return { words: `${entries} not saved yet, and kept here. ${title} ${advice}`, failed: true };
  }
  if (queue.refused.length > 0) {
    const entries = queue.refused.length === 1 ? '1 entry was' : `${queue.refused.length} entries were`;
    return { words: `${entries} not taken: see the marked fields.`, failed: true };
  }
  if (unsaved > 0) return { words: 'saving …', failed: false };
  if (queue.saved === null) return { words: 'nothing entered yet', failed: false };
  const by = enteredBy(fields, me);
  return {
    words: `draft saved ${format.time(queue.saved.updatedAt)}${by === null ? '' : `, ${by}`}`,
    failed: false,
  };
}
