import type { DraftChange, DraftFieldEntry, SessionDraft } from '@courseline/contracts';

export type DraftValue = DraftChange['value'];

/** A change the server would not take: it stands at its field until it is typed anew. */
export interface RefusedChange {
  readonly path: string;
  readonly value: DraftValue;
  readonly detail: string;
}

/** What someone else entered while a change of ours was on its way. */
export interface Meanwhile {
  readonly path: string;
  readonly byName: string;
  readonly theirs: DraftValue;
  /** Set where we are about to replace it; undefined where the two changes do not meet. */
  readonly ours: DraftValue | undefined;
}

/**
 * The entries of one person between the keyboard and the server. Every change is in `waiting` or in `sending` until
 * the server has said that it is stored, or that it never will be (`refused`): nothing typed is lost between them.
 */
export interface DraftQueue {
  /** What the server last told; null while nobody has entered anything. */
  readonly saved: SessionDraft | null;
  /** In the order they were typed; the last value of a field counts. */
  readonly waiting: ReadonlyMap<string, DraftValue>;
  readonly sending: ReadonlyMap<string, DraftValue> | null;
  readonly phase: 'idle' | 'sending' | 'behind' | 'failed';
  readonly failure: unknown;
  readonly refused: readonly RefusedChange[];
  readonly meanwhile: readonly Meanwhile[];
}

export type DraftEvent =
  | { readonly type: 'edited'; readonly changes: readonly DraftChange[] }
  | { readonly type: 'sent' }
  | { readonly type: 'saved'; readonly draft: SessionDraft }
  /** Not stored, for a reason that may pass. */
  | { readonly type: 'failed'; readonly failure: unknown }
  /** Not stored, because some of the changes cannot be: those it names. */
  | { readonly type: 'refused'; readonly changes: ReadonlyMap<string, string> }
  /** Not stored, because the draft has moved on: it has to be read again first. */
  | { readonly type: 'overtaken' }
  | { readonly type: 'read'; readonly draft: SessionDraft }
  | { readonly type: 'noticed' };

export const mostChangesAtOnce = 200;

export function draftQueue(saved: SessionDraft | null): DraftQueue {
  return {
    saved,
    waiting: new Map(),
    sending: null,
    phase: 'idle',
    failure: null,
    refused: [],
    meanwhile: [],
  };
}

export function draftVersion(queue: DraftQueue): number {
  return queue.saved?.version ?? 0;
}

export function reduceDraft(queue: DraftQueue, event: DraftEvent): DraftQueue {
  switch (event.type) {
    case 'edited':
      return edited(queue, event.changes);
    case 'sent': {
      if (queue.sending !== null || queue.waiting.size === 0) return queue;
      const all = [...queue.waiting];
      return {
        ...queue,
        sending: new Map(all.slice(0, mostChangesAtOnce)),
        waiting: new Map(all.slice(mostChangesAtOnce)),
        phase: 'sending',
        failure: null,
      };
    }
    case 'saved':
      return { ...queue, saved: event.draft, sending: null, phase: 'idle', failure: null };
    case 'failed':
      return { ...takenBack(queue), phase: 'failed', failure: event.failure };
    case 'refused':
      return refused(takenBack(queue), event.changes);
    case 'overtaken':
      return { ...takenBack(queue), phase: 'behind' };
    case 'read':
      return read(queue, event.draft);
    case 'noticed':
      return { ...queue, meanwhile: [] };
  }
}

function edited(queue: DraftQueue, changes: readonly DraftChange[]): DraftQueue {
  const waiting = new Map(queue.waiting);
  for (const { path, value } of changes) {
    // Typed again, a field goes to the end: it is sent in the order of the last key.
    waiting.delete(path);
    const onItsWay = queue.sending?.has(path) === true;
    const known = onItsWay ? queue.sending.get(path) : queue.saved?.fields[path]?.value;
    const isRemoval = value === null && !path.startsWith('answers/');
    const unchanged = known === undefined ? isRemoval : equal(known, value);
    if (!unchanged) waiting.set(path, value);
  }
  const paths = new Set(changes.map((change) => change.path));
  return { ...queue, waiting, refused: queue.refused.filter((each) => !paths.has(each.path)) };
}

/** What was on its way stands before what was typed since; of one field, the later value counts. */
function takenBack(queue: DraftQueue): DraftQueue {
  if (queue.sending === null) return queue;
  const earlier = [...queue.sending].filter(([path]) => !queue.waiting.has(path));
  return { ...queue, waiting: new Map([...earlier, ...queue.waiting]), sending: null };
}

function refused(queue: DraftQueue, details: ReadonlyMap<string, string>): DraftQueue {
  const waiting = new Map(queue.waiting);
  const added: RefusedChange[] = [];
  for (const [path, detail] of details) {
    const value = waiting.get(path);
    if (value === undefined) continue;
    waiting.delete(path);
    added.push({ path, value, detail });
  }
  const kept = queue.refused.filter((each) => !details.has(each.path));
  return { ...queue, waiting, refused: [...kept, ...added], phase: 'idle', failure: null };
}

function read(queue: DraftQueue, draft: SessionDraft): DraftQueue {
  // An answer that was already under way when our own change was stored.
  if (draft.version < draftVersion(queue)) return queue;
  const before = queue.saved?.fields ?? {};
  const mine = new Map([...(queue.sending ?? []), ...queue.waiting]);
  const seen: Meanwhile[] = [];
  for (const [path, entry] of Object.entries(draft.fields)) {
    const known = before[path];
    if (known !== undefined && known.at === entry.at && equal(known.value, entry.value)) continue;
    const ours = mine.get(path);
    if (ours !== undefined && equal(ours, entry.value)) continue;
    seen.push({ path, byName: entry.byName, theirs: entry.value, ours });
  }
  for (const path of Object.keys(before)) {
    if (path in draft.fields) continue;
    const ours = mine.get(path);
    if (ours !== null) seen.push({ path, byName: draft.updatedByName, theirs: null, ours });
  }
  const paths = new Set(seen.map((each) => each.path));
  return {
    ...queue,
    saved: draft,
    phase: queue.phase === 'behind' ? 'idle' : queue.phase,
    meanwhile: [...queue.meanwhile.filter((each) => !paths.has(each.path)), ...seen],
  };
}

export interface ShownField extends Omit<DraftFieldEntry, 'at'> {
  /** When the server stored it; null while it is only here. */
  readonly at: string | null;
}

/** The fields as the page shows them: what is stored, and over it what was typed since. */
export function shownFields(
  queue: DraftQueue,
  me: { readonly id: string; readonly name: string },
): Readonly<Record<string, ShownField>> {
  const fields: Record<string, ShownField> = { ...queue.saved?.fields };
  for (const [path, value] of [...(queue.sending ?? []), ...queue.waiting]) {
    if (value === null && !path.startsWith('answers/')) {
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy of our own, keyed by path
      delete fields[path];
    } else {
      fields[path] = { value, by: me.id, byName: me.name, at: null };
    }
  }
  return fields;
}

export function hasUnsaved(queue: DraftQueue): boolean {
  return queue.waiting.size > 0 || queue.sending !== null || queue.refused.length > 0;
}

/** Equality of JSON values, whatever the order of their names. */
export function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return (
    left.length === right.size &&
    left.every(([name, value]) => right.has(name) && equal(value, right.get(name)))
  );
}
