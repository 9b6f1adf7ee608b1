import { newIdempotencyKey } from './client';
import {
  emptyOutbox,
  nextDeed,
  settled,
  withoutOld,
  type Deed,
  type Moment,
  type Outbox,
  type Reply,
} from './outbox';
import { isProblem, ProblemError, UnreachableError } from './problem-error';

/** Where an outbox outlives its page. */
export interface OutboxStore {
  load(): Promise<Outbox | null>;
  save(outbox: Outbox): Promise<void>;
}

/** Does one deed on the server. Throws as `request` does. */
export type Send = (deed: Deed) => Promise<Reply>;

export type SendingState =
  | 'idle'
  | 'sending'
  | 'offline'
  | 'signed-out'
  /** The server refused something that trying again will not mend. */
  | 'refused';

export interface OutboxView {
  readonly outbox: Outbox;
  readonly state: SendingState;
}

/**
 * What a patient says on this device, kept until the clinic has it. Each change is stored before the next question is
 * shown, and sent in the order in which it was made, one request at a time; the server numbers what it has, so that
 * what is sent again after a lost reply is stored once.
 */
export class OwnOutbox {
  private view: OutboxView = { outbox: emptyOutbox, state: 'idle' };
  private readonly listeners = new Set<() => void>();
  private writing: Promise<void> = Promise.resolve();
  private running: Promise<void> | null = null;

  constructor(
    private readonly store: OutboxStore,
    private readonly send: Send,
    private readonly clock: () => Date = () => new Date(),
    private readonly newKey: () => string = newIdempotencyKey,
  ) {}

  async open(): Promise<void> {
    const kept = await this.store.load();
    if (kept !== null) this.show({ ...this.view, outbox: withoutOld(kept, this.clock()) });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): OutboxView => this.view;

  get moment(): Moment {
    return { now: this.clock(), newKey: this.newKey };
  }

  /** Changes what is kept; done once it is stored. Sending goes on by itself. */
  async change(change: (outbox: Outbox, moment: Moment) => Outbox): Promise<void> {
    await this.keep(change(this.view.outbox, this.moment));
    void this.flush();
  }

  /** Sends all there is, as far as it goes. */
  flush(): Promise<void> {
    this.running ??= this.sendAll().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async sendAll(): Promise<void> {
    await this.writing;
    for (;;) {
      const deed = nextDeed(this.view.outbox);
      if (deed === null) {
        this.show({ ...this.view, state: 'idle' });
        return;
      }
      this.show({ ...this.view, state: 'sending' });
      try {
        const reply = await this.send(deed);
        await this.keep(settled(this.view.outbox, deed, reply));
      } catch (error) {
        this.show({ ...this.view, state: stateAfter(error) });
        return;
      }
    }
  }

  private async keep(outbox: Outbox): Promise<void> {
    this.show({ ...this.view, outbox });
    // One after the other: an older state never lands on a newer one.
    this.writing = this.writing.then(() => this.store.save(this.view.outbox));
    await this.writing;
  }

  private show(view: OutboxView): void {
    if (view.outbox === this.view.outbox && view.state === this.view.state) return;
    this.view = view;
    for (const listener of this.listeners) listener();
  }
}

function stateAfter(error: unknown): SendingState {
  if (error instanceof UnreachableError || isProblem(error, 'unavailable', 'too-many-requests'))
    return 'offline';
  if (isProblem(error, 'not-signed-in')) return 'signed-out';
  if (error instanceof ProblemError) return 'refused';
  throw error;
}

/** For where nothing can be kept: it lasts as long as the page. */
export function memoryStore(): OutboxStore {
  let kept: Outbox | null = null;
  return {
    load: () => Promise.resolve(kept),
    save: (outbox) => {
      kept = outbox;
      return Promise.resolve();
    },
  };
}
