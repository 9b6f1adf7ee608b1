import { liveEventSchema, type LiveTopic } from '@courseline/contracts';

/** What a stream says. */
export interface StreamEars {
  readonly heard: (data: unknown) => void;
  /** Interrupted, or refused for good: then nobody opens it again by itself. */
  readonly failed: (refused: boolean) => void;
}

export interface LiveSurroundings {
  /** Opens a stream and gives what closes it. Null where the browser has no server-sent events. */
  readonly open: ((topics: readonly LiveTopic[], ears: StreamEars) => () => void) | null;
  readonly isHidden: () => boolean;
  /** Calls back once after a while; gives back how to call it off. */
  readonly later: (run: () => void, milliseconds: number) => () => void;
}

export interface LiveListener {
  readonly topics: readonly LiveTopic[];
  /** Asks for what a topic is about. */
  readonly ask: (topic: LiveTopic) => void;
}

const pollMilliseconds = 10_000;
const reopenMilliseconds = 15_000;

/**
 * One stream of events for everything a page listens to in a clinic. Without a stream it asks at intervals. A page
 * that nobody looks at gives its connection back: a browser has six for one server, and asks for all on its return.
 */
export class LiveConnection {
  private readonly listeners = new Set<LiveListener>();
  private close: (() => void) | null = null;
  private openTopics = '';
  private callOff: (() => void) | null = null;
  private planned = false;
  private isOpen = false;

  constructor(private readonly around: LiveSurroundings) {}

  /** Listens until the function it gives is called. */
  add(listener: LiveListener): () => void {
    this.listeners.add(listener);
    this.plan();
    return () => {
      this.listeners.delete(listener);
      this.plan();
    };
  }

  /** The page was shown or hidden. */
  readonly looked = (): void => this.plan();

  get isLive(): boolean {
    return this.isOpen;
  }

  /** Several listeners that come and go with one page make one stream, not several. */
  private plan(): void {
    if (this.planned) return;
    this.planned = true;
    queueMicrotask(() => {
      this.planned = false;
      this.settle();
    });
  }

  private settle(): void {
    const topics = this.around.isHidden() ? [] : this.topics();
    const wanted = topics.join(',');
    if (wanted === this.openTopics && (wanted === '' || this.close !== null)) return;
    this.shut();
    this.openTopics = wanted;
    if (topics.length > 0) this.listen(topics);
  }

  private topics(): readonly LiveTopic[] {
    return [...new Set([...this.listeners].flatMap(({ topics }) => topics))].sort();
  }

  private listen(topics: readonly LiveTopic[]): void {
    this.poll();
    this.close =
      this.around.open?.(topics, {
        heard: (data) => this.hear(data),
        failed: (refused) => {
          this.isOpen = false;
          this.poll();
          if (refused) this.tryLater();
        },
      }) ?? null;
  }

  private tryLater(): void {
    this.close?.();
    this.close = null;
    this.around.later(this.looked, reopenMilliseconds);
  }

  private hear(data: unknown): void {
    const event = liveEventSchema.safeParse(typeof data === 'string' ? JSON.parse(data) : null);
    if (!event.success) return;
    this.isOpen = true;
    this.callOff?.();
    this.callOff = null;
    if ('again' in event.data) this.askAll();
    else this.ask(event.data.topic);
  }

  private poll(): void {
    this.callOff ??= this.around.later(() => {
      this.callOff = null;
      if (this.isOpen || this.openTopics === '') return;
      this.askAll();
      this.poll();
    }, pollMilliseconds);
  }

  private askAll(): void {
    for (const topic of this.topics()) this.ask(topic);
  }

  private ask(topic: LiveTopic): void {
    for (const listener of this.listeners) if (listener.topics.includes(topic)) listener.ask(topic);
  }

  private shut(): void {
    this.callOff?.();
    this.callOff = null;
    this.close?.();
    this.close = null;
    this.isOpen = false;
  }
}
