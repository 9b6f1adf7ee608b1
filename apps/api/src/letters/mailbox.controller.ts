import { Controller, Get, Req } from '@nestjs/common';
import { mailboxSchema, type Mailbox } from '@courseline/contracts';
import type { FastifyRequest } from 'fastify';
import { anyone } from '../access/access.js';
import { DomainError } from '../http/domain-error.js';
import { Route } from '../http/route.js';
import { LocalMailbox } from './local-mailbox.js';

const loopbackName = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** The letters of the demo clinics, for whoever sits at the machine. Anywhere else there is no such thing. */
@Controller('mailbox')
export class MailboxController {
  constructor(private readonly mailbox: LocalMailbox) {}

  @Get()
  @Route({ access: anyone(), response: mailboxSchema })
  async list(@Req() request: FastifyRequest): Promise<Mailbox> {
    // A name that leads here from elsewhere would let another site's page read it.
    if (!this.mailbox.isOpen || !loopbackName.test(request.headers.host ?? ''))
      throw new DomainError('not-found');
    return { letters: [...(await this.mailbox.list())] };
  }
}
