import { Global, Module } from '@nestjs/common';
import { Deliveries } from './deliveries.js';
import { LetterJobs } from './letter-jobs.js';
import { LetterWriters } from './letter-writers.js';
import { LocalMailbox } from './local-mailbox.js';
import { MailboxController } from './mailbox.controller.js';
import { Mailer } from './mailer.js';
import { Messages } from './messages.js';
import { Outbox } from './outbox.js';
import { LoggedTexts, Texts } from './texts.js';

@Global()
@Module({
  controllers: [MailboxController],
  providers: [
    Deliveries,
    LetterJobs,
    LetterWriters,
    LocalMailbox,
    Mailer,
    Messages,
    Outbox,
    { provide: Texts, useClass: LoggedTexts },
  ],
  exports: [Deliveries, LetterWriters, LocalMailbox, Mailer, Outbox],
})
export class LettersModule {}
