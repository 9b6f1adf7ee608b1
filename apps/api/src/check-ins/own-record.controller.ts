import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import {
  clinicParamsSchema,
  newOwnFormSchema,
  newOwnSideEffectSchema,
  ownAnswerSchema,
  ownFormParamsSchema,
  ownFormSchema,
  ownOverviewSchema,
  ownReportParamsSchema,
  ownSubmissionSchema,
  submittedOwnFormSchema,
  type NewOwnForm,
  type NewOwnSideEffect,
  type OwnAnswer,
  type OwnForm,
  type OwnFormParams,
  type OwnOverview,
  type OwnReportParams,
  type OwnSubmission,
  type SubmittedOwnForm,
} from '@courseline/contracts';
import { alsoByCheckIn, clinic } from '../access/access.js';
import { IfMatch } from '../http/if-match.js';
import { RequestContext } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { OwnFormsService } from './own-forms.service.js';
import { OwnOverviewService } from './own-overview.service.js';
import { reachedByCheckIn, requireDue } from './own-reach.js';

@Controller('c/:clinic/me')
export class OwnRecordController {
  constructor(
    private readonly overview: OwnOverviewService,
    private readonly forms: OwnFormsService,
    private readonly context: RequestContext,
  ) {}

  @Get('overview')
  @Route({
    access: alsoByCheckIn(clinic('patient')),
    params: clinicParamsSchema,
    response: ownOverviewSchema,
    audit: 'own.overview',
  })
  async get(): Promise<OwnOverview> {
    const overview = await this.overview.get();
    return this.context.account.byCheckIn === true ? reachedByCheckIn(overview) : overview;
  }

  @Post('forms')
  @Route({
    access: alsoByCheckIn(clinic('patient')),
    params: clinicParamsSchema,
    body: newOwnFormSchema,
    response: ownFormSchema,
    idempotent: true,
    audit: 'own.begin-form',
  })
  async begin(@Body() body: NewOwnForm): Promise<OwnForm> {
    if (this.context.account.byCheckIn === true) requireDue(await this.overview.get(), body.instrument);
    return this.forms.begin(body);
  }

  @Get('forms/:form')
  @Route({
    access: alsoByCheckIn(clinic('patient')),
    params: ownFormParamsSchema,
    response: ownFormSchema,
    audit: 'own.read-form',
  })
  find(@Param() params: OwnFormParams): Promise<OwnForm> {
    return this.forms.find(params.form);
  }

  @Patch('forms/:form')
  @Route({
    access: alsoByCheckIn(clinic('patient')),
    params: ownFormParamsSchema,
    body: ownAnswerSchema,
    response: ownFormSchema,
    audit: 'own.answer',
  })
  answer(
    @Param() params: OwnFormParams,
    @Body() body: OwnAnswer,
    @IfMatch() expectedVersion: number,
  ): Promise<OwnForm> {
    return this.forms.answer(params.form, expectedVersion, body);
  }

  @Post('forms/:form/submit')
  @Route({
    access: alsoByCheckIn(clinic('patient')),
    params: ownFormParamsSchema,
    body: ownSubmissionSchema,
    response: submittedOwnFormSchema,
    idempotent: true,
    audit: 'own.submit-form',
  })
  submit(
    @Param() params: OwnFormParams,
    @Body() body: OwnSubmission,
    @IfMatch() expectedVersion: number,
  ): Promise<SubmittedOwnForm> {
    return this.forms.submit(params.form, expectedVersion, body?.handedInAt);
  }

  @Post('side-effects')
  @Route({
    access: alsoByCheckIn(clinic('patient')),
    params: clinicParamsSchema,
    body: newOwnSideEffectSchema,
    idempotent: true,
    audit: 'own.report-side-effect',
  })
  report(@Body() body: NewOwnSideEffect): Promise<void> {
    return this.forms.reportSideEffect(body);
  }

  @Post('side-effects/:report/withdraw')
  @Route({
    access: alsoByCheckIn(clinic('patient')),
    params: ownReportParamsSchema,
    idempotent: true,
    audit: 'own.withdraw-side-effect',
  })
  withdraw(@Param() params: OwnReportParams): Promise<void> {
    return this.forms.withdrawSideEffect(params.report);
  }
}
