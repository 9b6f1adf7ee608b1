import { Body, Controller, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import {
  kioskAnswersSchema,
  kioskFormParamsSchema,
  kioskReturnedSchema,
  kioskReturnSchema,
  kioskSavedSchema,
  kioskSchema,
  type Kiosk,
  type KioskAnswers,
  type KioskFormParams,
  type KioskReturn,
  type KioskReturned,
  type KioskSaved,
} from '@courseline/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { anyone, kiosk } from '../access/access.js';
import { Route } from '../http/route.js';
import { HandOvers } from '../sign-in/hand-overs.js';
import { KioskService } from './kiosk.service.js';

@Controller('kiosk')
export class KioskController {
  constructor(
    private readonly kiosk: KioskService,
    private readonly handOvers: HandOvers,
  ) {}

  @Get()
  @Route({ access: kiosk(), response: kioskSchema, audit: 'kiosk.look' })
  get(): Promise<Kiosk> {
    return this.kiosk.get();
  }

  @Put('forms/:instrument')
  @Route({
    access: kiosk({ evenLate: true }),
    params: kioskFormParamsSchema,
    body: kioskAnswersSchema,
    response: kioskSavedSchema,
    audit: 'kiosk.answer',
  })
  save(@Param() params: KioskFormParams, @Body() body: KioskAnswers): Promise<KioskSaved> {
    return this.kiosk.save(params.instrument, body);
  }

  /** With the password of whoever handed the tablet over; without the tablet's cookie it opens nothing. */
  @Post('return')
  @Route({ access: anyone(), body: kioskReturnSchema, response: kioskReturnedSchema })
  async takeBack(
    @Body() body: KioskReturn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<KioskReturned> {
    return this.handOvers.takeBack(body.password, request, reply);
  }
}
