import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import {
  draftChangesSchema,
  sessionAmendmentSchema,
  sessionDetailSchema,
  sessionDraftSchema,
  sessionLogSchema,
  sessionMoveSchema,
  sessionParamsSchema,
  sessionVoidingSchema,
  signingSchema,
  type DraftChanges,
  type SessionAmendment,
  type SessionDetail,
  type SessionDraft,
  type SessionLog,
  type SessionMove,
  type SessionParams,
  type SessionVoiding,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { IfMatch } from '../http/if-match.js';
import { Route } from '../http/route.js';
import { SessionDraftService } from './session-draft.service.js';
import { SessionLogService } from './session-log.service.js';
import { SignedSessionReader } from './signed-session.reader.js';
import { SigningService } from './signing.service.js';

@Controller('c/:clinic/sessions/:session')
export class SigningController {
  constructor(
    private readonly log: SessionLogService,
    private readonly drafts: SessionDraftService,
    private readonly signing: SigningService,
    private readonly signed: SignedSessionReader,
  ) {}

  @Get('log')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: sessionParamsSchema,
    response: sessionLogSchema,
    audit: 'session.open-log',
  })
  open(@Param() params: SessionParams): Promise<SessionLog> {
    return this.log.get(params.session);
  }

  @Get()
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: sessionParamsSchema,
    response: sessionDetailSchema,
    audit: 'session.read',
  })
  detail(@Param() params: SessionParams): Promise<SessionDetail> {
    return this.signed.detail(params.session);
  }

  @Get('draft')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: sessionParamsSchema,
    response: sessionDraftSchema,
    activity: false,
    audit: 'session.read-draft',
  })
  draft(@Param() params: SessionParams): Promise<SessionDraft> {
    return this.drafts.get(params.session);
  }

  @Patch('draft')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: sessionParamsSchema,
    body: draftChangesSchema,
    response: sessionDraftSchema,
    audit: 'session.draft',
  })
  change(
    @Param() params: SessionParams,
    @Body() body: DraftChanges,
    @IfMatch() expectedVersion: number,
  ): Promise<SessionDraft> {
    return this.drafts.change(params.session, expectedVersion, body);
  }

  @Post('sign')
  @Route({
    access: clinic('clinician'),
    params: sessionParamsSchema,
    body: signingSchema,
    response: sessionDetailSchema,
    idempotent: true,
    audit: 'session.sign',
  })
  async sign(@Param() params: SessionParams, @IfMatch() expectedVersion: number): Promise<SessionDetail> {
    await this.signing.sign(params.session, expectedVersion);
    return this.signed.detail(params.session);
  }

  @Post('amendments')
  @Route({
    access: clinic('clinician'),
    params: sessionParamsSchema,
    body: sessionAmendmentSchema,
    response: sessionDetailSchema,
    idempotent: true,
    audit: 'session.amend',
  })
  async amend(
    @Param() params: SessionParams,
    @Body() body: SessionAmendment,
    @IfMatch() expectedN: number,
  ): Promise<SessionDetail> {
    await this.signing.amend(params.session, expectedN, body);
    return this.signed.detail(params.session);
  }

  @Post('void')
  @Route({
    access: clinic('clinician'),
    params: sessionParamsSchema,
    body: sessionVoidingSchema,
    response: sessionDetailSchema,
    idempotent: true,
    audit: 'session.void',
  })
  async enterInError(
    @Param() params: SessionParams,
    @Body() body: SessionVoiding,
    @IfMatch() expectedN: number,
  ): Promise<SessionDetail> {
    await this.signing.enterInError(params.session, expectedN, body);
    return this.signed.detail(params.session);
  }

  @Post('move')
  @Route({
    access: clinic('clinician'),
    params: sessionParamsSchema,
    body: sessionMoveSchema,
    response: sessionDetailSchema,
    idempotent: true,
    audit: 'session.move',
  })
  async move(
    @Param() params: SessionParams,
    @Body() body: SessionMove,
    @IfMatch() expectedN: number,
  ): Promise<SessionDetail> {
    const movedTo = await this.signing.moveToPatient(params.session, expectedN, body);
    return this.signed.detail(movedTo);
  }
}
