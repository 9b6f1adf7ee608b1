import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import {
  firstRunAnswerSchema,
  firstRunSchema,
  linkLookSchema,
  linkRedemptionSchema,
  linkSchema,
  redeemedLinkSchema,
  statusSchema,
  type FirstRun,
  type FirstRunAnswer,
  type Link,
  type LinkLook,
  type LinkRedemption,
  type RedeemedLink,
  type Status,
} from '@courseline/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { anyone } from '../access/access.js';
import { Route } from '../http/route.js';
import { FirstRuns } from './first-run.service.js';
import { LinkRedemptions } from './link-redemption.service.js';

/** Ways in for people who cannot sign in yet. */
@Controller()
export class LinksController {
  constructor(
    private readonly firstRuns: FirstRuns,
    private readonly redemptions: LinkRedemptions,
  ) {}

  @Get('status')
  @Route({ access: anyone(), response: statusSchema })
  async status(): Promise<Status> {
    return this.firstRuns.status();
  }

  @Post('first-run')
  @Route({ access: anyone(), body: firstRunSchema, response: firstRunAnswerSchema })
  async found(
    @Body() body: FirstRun,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FirstRunAnswer> {
    return this.firstRuns.found(body, request, reply);
  }

  /** A POST, so that the secret stands in no address. */
  @Post('links/look')
  @Route({ access: anyone(), body: linkLookSchema, response: linkSchema })
  async look(@Body() { token }: LinkLook): Promise<Link> {
    return this.redemptions.look(token);
  }

  @Post('links/redeem')
  @Route({ access: anyone(), body: linkRedemptionSchema, response: redeemedLinkSchema })
  async redeem(
    @Body() body: LinkRedemption,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RedeemedLink> {
    return this.redemptions.redeem(body, request, reply);
  }
}
