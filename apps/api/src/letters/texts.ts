import { Injectable } from '@nestjs/common';
import { JobLog } from '../jobs/job-log.js';
import type { Posting, ShortText } from './letter.js';
import { LocalMailbox } from './local-mailbox.js';

/** Sends texts to telephones. A provider's adapter takes the place of `LoggedTexts`. */
export abstract class Texts {
  abstract post(text: ShortText): Promise<Posting>;
}

/** No provider: says in the log that a text was due, never to whom or what it said. */
@Injectable()
export class LoggedTexts extends Texts {
  constructor(
    private readonly log: JobLog,
    private readonly mailbox: LocalMailbox,
  ) {
    super();
  }

  async post({ to, text }: ShortText): Promise<Posting> {
    if (await this.mailbox.keep({ to, subject: 'Text message', text, by: 'sms' })) return 'sent';
    this.log.warn('a text message was due, and no provider is set');
    return 'not-configured';
  }
}
