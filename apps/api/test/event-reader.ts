import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { TestApp } from './test-app.js';

/** A page that listens: its messages in order, as they come over a real connection. */
export class EventReader {
  private readonly messages: unknown[] = [];
  private waiting: ((message: unknown) => void) | null = null;
  private ended = false;
  private beats = 0;

  private constructor(private readonly answer: IncomingMessage) {
    answer.setEncoding('utf8');
    let text = '';
    answer.on('data', (chunk: string) => {
      const parts = `${text}${chunk}`.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) this.take(part);
    });
    answer.on('error', () => undefined);
    answer.on('close', () => {
      this.ended = true;
      this.waiting?.('end');
    });
  }

  /** Opens the stream; where it is refused, only `status` says so. */
  static async open(app: TestApp, path: string, { token }: { readonly token: string }): Promise<EventReader> {
    const server = app.nest.getHttpServer();
    if (!server.listening) await app.nest.listen(0, '127.0.0.1');
    const address: unknown = server.address();
    const port = Number(Reflect.get(address as object, 'port'));
    const headers = { cookie: `__Host-sid=${token}`, 'sec-fetch-site': 'same-origin' };
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port, path, headers, agent: false };
      get(options, (answer) => resolve(new EventReader(answer))).on('error', reject);
    });
  }

  get status(): number {
    return this.answer.statusCode ?? 0;
  }

  get headers(): IncomingHttpHeaders {
    return this.answer.headers;
  }

  /** The next message, or `end` once the server has closed the stream. */
  async next(): Promise<unknown> {
    const message = this.messages.shift();
    if (message !== undefined) return message;
    if (this.ended) return 'end';
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  }

  /** What has come and was not asked for yet. */
  get unread(): readonly unknown[] {
    return this.messages;
  }

  get heartbeats(): number {
    return this.beats;
  }

  close(): void {
    this.answer.destroy();
  }

  private take(part: string): void {
    if (part.startsWith(':')) this.beats += 1;
    if (!part.startsWith('data: ')) return;
    const message: unknown = JSON.parse(part.slice('data: '.length));
    const { waiting } = this;
    this.waiting = null;
    if (waiting === null) this.messages.push(message);
    else waiting(message);
  }
}
