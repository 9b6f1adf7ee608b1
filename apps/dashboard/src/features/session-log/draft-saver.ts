import type { DraftChange, SessionDraft } from '@courseline/contracts';
import { draftQueue, draftVersion, reduceDraft, type DraftEvent, type DraftQueue } from './draft-queue';

/** What became of a save that did not succeed. */
export type SaveFailure =
  | { readonly kind: 'overtaken'; readonly failure: unknown }
  /** Fields the server will never take, with its words. */
  | { readonly kind: 'refused'; readonly changes: ReadonlyMap<string, string> }
  /** May pass: tried again. */
  | { readonly kind: 'passing'; readonly failure: unknown }
  /** Trying again would change nothing. */
  | { readonly kind: 'lasting'; readonly failure: unknown };

export interface DraftServer {
  readonly save: (version: number, changes: DraftChange[]) => Promise<SessionDraft>;
  readonly read: () => Promise<SessionDraft>;
  readonly judge: (error: unknown, changes: readonly DraftChange[]) => SaveFailure;
}

/** Calls back once after a while; gives back how to call it off. */
export type Later = (run: () => void, milliseconds: number) => () => void;

const quietMilliseconds = 400;
const retryMilliseconds: readonly number[] = [2000, 5000, 15_000, 30_000];
/** More than anyone types between a read and a save: then something else is wrong. */
const mostOvertakings = 5;

/**
 * Saves a draft in the background: a moment after the last key, one request at a time, again after a failure, and
 * after reading it anew when someone else was faster. The queue (draft-queue.ts) says what is where.
 */
export class DraftSaver {
  #queue: DraftQueue;
  #callOff: (() => void) | null = null;
  #running: Promise<void> | null = null;
  #failures = 0;
  #mayRetry = true;
  #isResting = false;
  #overtakings = 0;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly server: DraftServer,
    private readonly later: Later,
    saved: SessionDraft | null,
  ) {
    this.#queue = draftQueue(saved);
  }

  readonly queue = (): DraftQueue => this.#queue;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly edit = (changes: readonly DraftChange[]): void => {
    this.#apply({ type: 'edited', changes });
    this.#plan(quietMilliseconds);
  };

  /** Someone else's draft, read while nothing of ours was on its way. */
  readonly take = (draft: SessionDraft): void => this.#apply({ type: 'read', draft });

  readonly noticed = (): void => this.#apply({ type: 'noticed' });

  /** Saves what there is now; true when the server then has all of it. */
  readonly flush = async (): Promise<boolean> => {
    this.#cancel();
    // What was typed during a save goes with the next one.
    while (this.#running !== null || this.#isWaiting()) {
      const failuresBefore = this.#failures;
      await (this.#running ?? this.#start());
      if (this.#failures > failuresBefore) return false;
      this.#cancel();
    }
    return this.#queue.refused.length === 0;
  };

  /** The page is gone: what is under way is let finish, and nothing is tried again by itself. */
  readonly rest = (): void => {
    this.#isResting = true;
    this.#cancel();
  };

  readonly wake = (): void => {
    this.#isResting = false;
    this.#plan(quietMilliseconds);
  };

  #isWaiting(): boolean {
    return this.#queue.waiting.size > 0;
  }

  #plan(milliseconds: number): void {
    this.#cancel();
    if (this.#isResting || !this.#isWaiting()) return;
    this.#callOff = this.later(() => {
      this.#callOff = null;
      if (this.#running === null) void this.#start();
    }, milliseconds);
  }

  #cancel(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  #start(): Promise<void> {
    this.#running = this.#send().finally(() => {
      this.#running = null;
      if (this.#callOff === null && this.#isWaiting()) this.#planNext();
    });
    return this.#running;
  }

  #planNext(): void {
    if (this.#failures === 0) this.#plan(0);
    else if (this.#mayRetry)
      this.#plan(retryMilliseconds[Math.min(this.#failures, retryMilliseconds.length) - 1] ?? 0);
  }

  async #send(): Promise<void> {
    if (this.#queue.phase === 'behind' && !(await this.#readAnew())) return;
    this.#apply({ type: 'sent' });
    const changes = [...(this.#queue.sending ?? [])].map(([path, value]) => ({ path, value }));
    if (changes.length === 0) return;
    try {
      this.#apply({ type: 'saved', draft: await this.server.save(draftVersion(this.#queue), changes) });
      this.#failures = 0;
      this.#mayRetry = true;
      this.#overtakings = 0;
    } catch (error) {
      await this.#recover(this.server.judge(error, changes));
    }
  }

  async #recover(failure: SaveFailure): Promise<void> {
    switch (failure.kind) {
      case 'overtaken':
        this.#overtakings += 1;
        if (this.#overtakings > mostOvertakings) {
          this.#overtakings = 0;
          this.#fail(failure.failure, true);
          return;
        }
        this.#apply({ type: 'overtaken' });
        await this.#readAnew();
        return;
      case 'refused':
        this.#apply({ type: 'refused', changes: failure.changes });
        return;
      case 'passing':
        this.#fail(failure.failure, true);
        return;
      case 'lasting':
        this.#fail(failure.failure, false);
    }
  }

  #fail(failure: unknown, mayRetry: boolean): void {
    this.#failures += 1;
    this.#mayRetry = mayRetry;
    this.#apply({ type: 'failed', failure });
  }

  async #readAnew(): Promise<boolean> {
    try {
      this.#apply({ type: 'read', draft: await this.server.read() });
      return true;
    } catch (error) {
      this.#fail(error, true);
      // Still behind: the next attempt reads before it sends.
      this.#apply({ type: 'overtaken' });
      return false;
    }
  }

  #apply(event: DraftEvent): void {
    const queue = reduceDraft(this.#queue, event);
    if (queue === this.#queue) return;
    this.#queue = queue;
    for (const listener of this.#listeners) listener();
  }
}
