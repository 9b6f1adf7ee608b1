import type { ServerResponse } from 'node:http';
import type { LiveEvent, LiveTopic } from '@courseline/contracts';

/** More than this unread: the page has gone to sleep, and asks again when it wakes. */
const mostUnread = 65_536;

export interface Listener {
  readonly accountId: string;
  readonly signInId: string;
  readonly clinicId: string;
  readonly clinicSlug: string;
  /** What is listened to, and whose it is where it is one patient's. */
  readonly topics: ReadonlyMap<LiveTopic, string | null>;
}

/** What is to be said to a page, with the patients it is about. */
export interface Waiting {
  readonly again: boolean;
  readonly topics: ReadonlyMap<LiveTopic, ReadonlySet<string | null>>;
}

/** One page that listens: what waits to be said to it, and the connection on which it is said. */
export class EventStream {
  private waiting = new Map<LiveTopic, Set<string | null>>();
  private asksAgain = false;

  constructor(
    readonly listener: Listener,
    private readonly response: ServerResponse,
  ) {}

  /** Notes what is new where this page listens to it; it is said once its right to hear it is clear. */
  note(topic: LiveTopic, patientId: string | null): void {
    if (!this.listener.topics.has(topic)) return;
    const patients = this.waiting.get(topic) ?? new Set();
    this.waiting.set(topic, patients.add(patientId));
  }

  noteAgain(): void {
    this.asksAgain = true;
  }

  get isWaiting(): boolean {
    return this.asksAgain || this.waiting.size > 0;
  }

  /** Takes what waits; what is noted from here on waits for the next time. */
  take(): Waiting {
    const taken = { again: this.asksAgain, topics: this.waiting };
    this.waiting = new Map();
    this.asksAgain = false;
    return taken;
  }

  /** Says what was taken, leaving out what is about a patient not among those who may be seen. */
  say({ again, topics }: Waiting, visible: ReadonlySet<string>): void {
    if (again) this.write({ again: true });
    for (const [topic, patients] of topics) {
      const known = [...patients].some((patient) => patient === null || visible.has(patient));
      if (known) this.write({ topic });
    }
  }

  /** Keeps proxies from taking the silence for the end. */
  beat(): void {
    this.send(': beat\n\n');
  }

  end(): void {
    this.response.end();
  }

  private write(event: LiveEvent): void {
    this.send(`data: ${JSON.stringify(event)}\n\n`);
  }

  private send(text: string): void {
    if (this.response.writableEnded || this.response.destroyed) return;
    if (this.response.writableLength > mostUnread) this.response.destroy();
    else this.response.write(text);
  }
}
