import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { AppConfig } from '../config/app-config.js';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export type Posting = 'sent' | 'failed' | 'not-configured';

const patience = 10_000;

/** Sends e-mail by the clinic's own server; to nobody else does this product speak. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter | null;
  private readonly underWay = new Set<Promise<Posting>>();

  constructor(private readonly config: AppConfig) {
    this.transport =
      config.mail === null
        ? null
        : createTransport({
            url: config.mail.smtpUrl,
            connectionTimeout: patience,
            greetingTimeout: patience,
            socketTimeout: patience,
            // Mail is text that we wrote: nothing is fetched from files or addresses.
            disableFileAccess: true,
            disableUrlAccess: true,
          });
  }

  get isConfigured(): boolean {
    return this.transport !== null;
  }

  async send({ to, subject, text }: Letter): Promise<Posting> {
    const { mail } = this.config;
    if (this.transport === null || mail === null) return 'not-configured';
    try {
      await this.transport.sendMail({ from: mail.from, to, subject, text });
      return 'sent';
    } catch {
      // The person who waits for the letter is told that it failed; why is the mail server's log's to say.
      return 'failed';
    }
  }

  /**
   * Writes and sends a letter without anyone waiting: an answer must not take longer because there was somebody to
   * write to. No letter when the writing fails or gives none.
   */
  sendLater(write: () => Promise<Letter | null>): void {
    const posting = this.writeAndSend(write).finally(() => this.underWay.delete(posting));
    this.underWay.add(posting);
  }

  /** When all that was to be sent later is on its way. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  private async writeAndSend(write: () => Promise<Letter | null>): Promise<Posting> {
    try {
      const letter = await write();
      return letter === null ? 'not-configured' : await this.send(letter);
    } catch {
      return 'failed';
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.settled();
    this.transport?.close();
  }
}
