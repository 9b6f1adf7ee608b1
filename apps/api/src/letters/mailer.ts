import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { AppConfig } from '../config/app-config.js';
import type { Letter, Posting } from './letter.js';
import { LocalMailbox } from './local-mailbox.js';
import { postingOf } from './posting-of.js';

/** What the person is told who waits for a letter to be sent. */
export type ToldPosting = 'sent' | 'failed' | 'not-configured';

const patience = 10_000;

/** Sends e-mail by the clinic's own server; to nobody else does this product speak. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter | null;
  private readonly underWay = new Set<Promise<ToldPosting>>();

  constructor(
    private readonly config: AppConfig,
    private readonly mailbox: LocalMailbox,
  ) {
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

  /** Whether the server answers, so that letters can be left in line while it does not. */
  async isReachable(): Promise<boolean> {
    if (this.transport === null) return true;
    try {
      await this.transport.verify();
      return true;
    } catch {
      return false;
    }
  }

  /** Hands a letter over once, and tells what is known of it. */
  async post({ to, subject, text, messageId }: Letter): Promise<Posting> {
    const { mail } = this.config;
    if (this.transport === null || mail === null) {
      return (await this.mailbox.keep({ to, subject, text, by: 'email' })) ? 'sent' : 'not-configured';
    }
    try {
      const head = messageId === undefined ? {} : { messageId };
      await this.transport.sendMail({ from: mail.from, to, subject, text, ...head });
      return 'sent';
    } catch (error) {
      return postingOf(error);
    }
  }

  /** Sends a letter while somebody waits, who is shown the link as well where no mail server is set. */
  async send(letter: Letter): Promise<ToldPosting> {
    const posting = await this.post(letter);
    if (!this.isConfigured) return 'not-configured';
    // The person is told that it failed; why is the mail server's log's to say.
    return posting === 'sent' ? 'sent' : 'failed';
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

  private async writeAndSend(write: () => Promise<Letter | null>): Promise<ToldPosting> {
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
