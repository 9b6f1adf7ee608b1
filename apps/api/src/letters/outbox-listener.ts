import { Client } from 'pg';
import { outboxChannel } from './outbox.js';

/** How long after a lost connection the next is tried, in milliseconds. */
const wait = 2_000;

export interface Hearing {
  /** Something waits to be sent for this clinic. */
  heard(clinicId: string): void;
  /** It listens from now on; what came before was not heard. */
  listening(): void;
}

/** The connection on which a process hears of new messages the moment they are committed, by whichever process. */
export class OutboxListener {
  private client: Client | null = null;
  private stopped = false;
  private retry: NodeJS.Timeout | null = null;

  constructor(
    private readonly url: string,
    private readonly hearing: Hearing,
  ) {}

  async start(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'courseline outbox',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    this.client = client;
    client.on('notification', ({ payload }) => this.hearing.heard(payload ?? ''));
    client.on('error', () => void this.lose(client));
    client.on('end', () => void this.lose(client));
    try {
      await client.connect();
      await client.query(`listen ${outboxChannel}`);
      this.hearing.listening();
    } catch {
      await this.lose(client);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.retry !== null) clearTimeout(this.retry);
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async lose(client: Client): Promise<void> {
    if (this.client !== client) return;
    this.client = null;
    await client.end().catch(() => undefined);
    if (!this.stopped) this.retry = setTimeout(() => void this.start(), wait).unref();
  }
}
