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
import { clinic } from '../access/access.js';
import { IfMatch } from '../http/if-match.js';
import { Route } from '../http/route.js';
import { OwnFormsService } from './own-forms.service.js';
import { OwnOverviewService } from './own-overview.service.js';

@Controller('c/:clinic/me')
export class OwnRecordController {
  constructor(
    private readonly overview: OwnOverviewService,
    private readonly forms: OwnFormsService,
  ) {}

  @Get('overview')
  @Route({
    access: clinic('patient'),
    params: clinicParamsSchema,
    response: ownOverviewSchema,
    audit: 'own.overview',
  })
  get(): Promise<OwnOverview> {
    return this.overview.get();
  }

  @Post('forms')
  @Route({
    access: clinic('patient'),
    params: clinicParamsSchema,
    body: newOwnFormSchema,
    response: ownFormSchema,
    idempotent: true,
    audit: 'own.begin-form',
  })
  begin(@Body() body: NewOwnForm): Promise<OwnForm> {
    return this.forms.begin(body);
  }

  @Get('forms/:form')
  @Route({
    access: clinic('patient'),
    params: ownFormParamsSchema,
    response: ownFormSchema,
    audit: 'own.read-form',
  })
  find(@Param() params: OwnFormParams): Promise<OwnForm> {
    return this.forms.find(params.form);
  }

  @Patch('forms/:form')
  @Route({
    access: clinic('patient'),
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
    access: clinic('patient'),
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
    access: clinic('patient'),
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
    access: clinic('patient'),
    params: ownReportParamsSchema,
    idempotent: true,
    audit: 'own.withdraw-side-effect',
  })
  withdraw(@Param() params: OwnReportParams): Promise<void> {
    return this.forms.withdrawSideEffect(params.report);
  }
}
