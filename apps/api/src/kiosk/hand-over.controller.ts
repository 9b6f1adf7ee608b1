import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import {
  handOverOfferSchema,
  lateFormDecisionSchema,
  lateFormParamsSchema,
  sessionParamsSchema,
  type HandOverOffer,
  type LateFormDecision,
  type LateFormParams,
  type SessionParams,
} from '@courseline/contracts';
import type { FastifyReply } from 'fastify';
import { clinic } from '../access/access.js';
import { Route } from '../http/route.js';
import { HandOverService } from './hand-over.service.js';

@Controller('c/:clinic/sessions/:session/hand-over')
export class HandOverController {
  constructor(private readonly handOvers: HandOverService) {}

  @Get()
  @Route({
    access: clinic('nurse', 'clinician'),
    params: sessionParamsSchema,
    response: handOverOfferSchema,
    activity: false,
    audit: 'hand-over.look',
  })
  offer(@Param() params: SessionParams): Promise<HandOverOffer> {
    return this.handOvers.offer(params.session);
  }

  /** The browser that asks is signed out by it, and may do no more than the patient's forms. */
  @Post()
  @Route({ access: clinic('nurse', 'clinician'), params: sessionParamsSchema, audit: 'hand-over.begin' })
  begin(@Param() params: SessionParams, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    return this.handOvers.handOver(params.session, reply);
  }

  @Post('late-forms/:form')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: lateFormParamsSchema,
    body: lateFormDecisionSchema,
    idempotent: true,
    audit: 'hand-over.decide-late-form',
  })
  decide(@Param() params: LateFormParams, @Body() body: LateFormDecision): Promise<void> {
    return this.handOvers.decide(params.session, params.form, body.keep);
  }
}
