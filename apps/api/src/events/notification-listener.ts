import { Client } from 'pg';
import { announcedSchema, CHANNEL, type Announced } from './clinic-events.js';

/** How long after a lost connection the next is tried, in milliseconds; the last for every further try. */
const waits = [250, 500, 1_000, 2_000, 5_000];
const patience = 5_000;

export interface Hearer {
  heard(announced: Announced): void;
  /** The connection is there, and something may have been missed before it was. */
  resumed(): void;
}

/** The one connection of a process that listens. It is made when first needed and made again whenever it is lost. */
export class NotificationListener {
  private client: Client | null = null;
  private failures = 0;
  private stopped = false;
  private retry: NodeJS.Timeout | null = null;
  private connecting: Promise<void> | null = null;

  constructor(
    private readonly url: string,
    private readonly hearer: Hearer,
  ) {}

  get isListening(): boolean {
    return this.client !== null;
  }

  /** Resolves when the first attempt is over; further ones follow by themselves. */
  async start(): Promise<void> {
    if (this.client !== null || this.stopped) return;
    this.connecting ??= this.connect().finally(() => {
      this.connecting = null;
    });
    await this.connecting;
  }

  /** A connection that broke without a word is found out by asking. */
  async check(): Promise<void> {
    const { client } = this;
    if (client === null) return;
    try {
      await client.query('select 1');
    } catch {
      await this.lose(client);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.retry !== null) clearTimeout(this.retry);
    await this.connecting;
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    if (this.retry !== null) clearTimeout(this.retry);
    this.retry = null;
    const client = new Client({
      connectionString: this.url,
      application_name: 'courseline events',
      connectionTimeoutMillis: patience,
      query_timeout: patience,
      keepAlive: true,
    });
    client.on('notification', ({ payload = '' }) => this.hear(payload));
    client.on('error', () => void this.lose(client));
    client.on('end', () => void this.lose(client));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch {
      await client.end().catch(() => undefined);
      this.tryLater();
      return;
    }
    if (this.stopped) {
      await client.end().catch(() => undefined);
      return;
    }
    this.client = client;
    this.failures = 0;
    this.hearer.resumed();
  }

  private hear(payload: string): void {
    const announced = announcedSchema.safeParse(parsed(payload));
    if (announced.success) this.hearer.heard(announced.data);
  }

  private async lose(client: Client): Promise<void> {
    if (this.client !== client) return;
    this.client = null;
    await client.end().catch(() => undefined);
    this.tryLater();
  }

  private tryLater(): void {
    if (this.stopped || this.retry !== null) return;
    const wait = waits[Math.min(this.failures, waits.length - 1)] ?? patience;
    this.failures += 1;
    this.retry = setTimeout(() => void this.start(), wait).unref();
  }
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}
