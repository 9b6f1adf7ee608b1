import { Injectable, type BeforeApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { liveTopicSchema } from '@courseline/contracts';
import { z } from 'zod';
import { Memberships } from '../access/memberships.js';
import { AppConfig } from '../config/app-config.js';
import { AppDatabase } from '../database/app-database.js';
import { loginRole } from '../database/credentials.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import type { Announced } from './clinic-events.js';
import type { EventStream, Listener } from './event-stream.js';
import { NotificationListener } from './notification-listener.js';

const beatMilliseconds = 20_000;
/** One person's open pages; a browser rarely opens more than six connections to one server. */
const mostOfOnePerson = 8;
const mostOfAll = 2_000;
const mayListen: readonly string[] = ['nurse', 'clinician', 'director'];

/** The pages that listen to this process, and what each of them may hear at the moment it is said. */
@Injectable()
export class EventStreams implements OnModuleDestroy, BeforeApplicationShutdown {
  private readonly streams = new Set<EventStream>();
  private readonly notifications: NotificationListener;
  private beats: NodeJS.Timeout | null = null;
  private saying: Promise<void> | null = null;
  private closing = false;

  constructor(
    config: AppConfig,
    private readonly database: AppDatabase,
    private readonly memberships: Memberships,
    private readonly clock: Clock,
  ) {
    this.notifications = new NotificationListener(loginRole(config, 'app').url, {
      heard: (announced) => this.heard(announced),
      resumed: () => this.resumed(),
    });
  }

  /** Refuses one stream too many before anything of it is written. */
  refuseTooMany(accountId: string): void {
    if (this.closing || this.streams.size >= mostOfAll) throw new DomainError('unavailable');
    const own = [...this.streams].filter(({ listener }) => listener.accountId === accountId);
    if (own.length >= mostOfOnePerson) throw new DomainError('too-many-requests');
  }

  /** The page is told at once to ask for everything: what happened before it listened it may not know. */
  async open(stream: EventStream): Promise<void> {
    this.streams.add(stream);
    this.beats ??= setInterval(() => void this.beat(), beatMilliseconds).unref();
    const isHearing = this.notifications.isListening;
    // A line that is only made now says so to every stream itself.
    if (!isHearing) return this.notifications.start();
    stream.noteAgain();
    return this.sayAll();
  }

  close(stream: EventStream): void {
    this.streams.delete(stream);
  }

  get size(): number {
    return this.streams.size;
  }

  /** Every now and then: says that the line holds, and cuts off who may no longer listen. */
  async beat(): Promise<void> {
    await this.notifications.check();
    for (const stream of [...this.streams]) {
      stream.beat();
      const patients = [...stream.listener.topics.values()].filter(isSomebody);
      const visible = await this.visibleTo(stream.listener, patients).catch(() => null);
      if (visible === null || patients.some((patient) => !visible.has(patient))) this.cut(stream);
    }
  }

  onModuleDestroy(): void {
    this.closing = true;
    if (this.beats !== null) clearInterval(this.beats);
    for (const stream of [...this.streams]) this.cut(stream);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.notifications.stop();
    await this.saying;
  }

  private heard({ clinic, topic: name, patient }: Announced): void {
    const topic = liveTopicSchema.safeParse(name);
    if (!topic.success) return;
    for (const stream of this.streams) {
      if (stream.listener.clinicId === clinic) stream.note(topic.data, patient);
    }
    void this.sayAll();
  }

  private resumed(): void {
    for (const stream of this.streams) stream.noteAgain();
    void this.sayAll();
  }

  /** One page after the other, so that a storm of events takes one connection and no more. */
  private sayAll(): Promise<void> {
    this.saying ??= this.sayToEach().finally(() => {
      this.saying = null;
      // What was noted after the last look, and before this, waits for nobody else.
      if (this.nextWaiting() !== null) void this.sayAll();
    });
    return this.saying;
  }

  private async sayToEach(): Promise<void> {
    for (let next = this.nextWaiting(); next !== null; next = this.nextWaiting()) {
      const waiting = next.take();
      const patients = [...waiting.topics.values()].flatMap((each) => [...each]);
      const visible = await this.visibleTo(next.listener, patients.filter(isSomebody)).catch(() => null);
      if (visible === null) this.cut(next);
      else next.say(waiting, visible);
    }
  }

  private nextWaiting(): EventStream | null {
    for (const stream of this.streams) if (stream.isWaiting) return stream;
    return null;
  }

  /** Those of the patients whom the listener may see now; null when they may not listen any more. */
  private async visibleTo(
    { signInId, clinicId, clinicSlug }: Listener,
    patients: readonly string[],
  ): Promise<ReadonlySet<string> | null> {
    const entry = await this.memberships.findBySignIn(signInId, clinicSlug, this.clock.now());
    const principal = entry?.principal ?? null;
    if (principal?.clinicId !== clinicId) return null;
    if (!principal.roles.some((role) => mayListen.includes(role))) return null;
    if (patients.length === 0) return new Set();
    const rows = await this.database.transaction(principal, (sql) =>
      sql.query(
        z.object({ id: z.string() }),
        'select id from patient where clinic_id = $1 and id = any ($2::uuid[])',
        [clinicId, patients],
      ),
    );
    return new Set(rows.map(({ id }) => id));
  }

  private cut(stream: EventStream): void {
    this.streams.delete(stream);
    stream.end();
  }
}

function isSomebody(patient: string | null): patient is string {
  return patient !== null;
}
