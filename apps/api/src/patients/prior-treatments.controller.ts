import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  addPriorTreatmentSchema,
  amendPriorTreatmentSchema,
  patientParamsSchema,
  priorTreatmentHistorySchema,
  priorTreatmentParamsSchema,
  priorTreatmentSchema,
  priorTreatmentsSchema,
  voidingSchema,
  type AddPriorTreatment,
  type AmendPriorTreatment,
  type PatientParams,
  type PriorTreatment,
  type PriorTreatmentHistory,
  type PriorTreatmentParams,
  type PriorTreatments,
  type Voiding,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { IfMatch } from '../http/if-match.js';
import { Route } from '../http/route.js';
import { PriorTreatmentsService } from './prior-treatments.service.js';

@Controller('c/:clinic')
export class PriorTreatmentsController {
  constructor(private readonly priorTreatments: PriorTreatmentsService) {}

  @Get('patients/:patient/prior-treatments')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: patientParamsSchema,
    response: priorTreatmentsSchema,
    audit: 'prior-treatment.list',
  })
  list(@Param() params: PatientParams): Promise<PriorTreatments> {
    return this.priorTreatments.list(params.patient);
  }

  @Get('patients/:patient/prior-treatments/history')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: patientParamsSchema,
    response: priorTreatmentHistorySchema,
    audit: 'prior-treatment.history',
  })
  history(@Param() params: PatientParams): Promise<PriorTreatmentHistory> {
    return this.priorTreatments.history(params.patient);
  }

  @Post('patients/:patient/prior-treatments')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: patientParamsSchema,
    body: addPriorTreatmentSchema,
    response: priorTreatmentSchema,
    status: 201,
    idempotent: true,
    audit: 'prior-treatment.add',
  })
  add(@Param() params: PatientParams, @Body() body: AddPriorTreatment): Promise<PriorTreatment> {
    return this.priorTreatments.add(params.patient, body);
  }

  @Post('prior-treatments/:priorTreatment/amendments')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: priorTreatmentParamsSchema,
    body: amendPriorTreatmentSchema,
    response: priorTreatmentSchema,
    idempotent: true,
    audit: 'prior-treatment.amend',
  })
  amend(
    @Param() params: PriorTreatmentParams,
    @Body() body: AmendPriorTreatment,
    @IfMatch() expectedN: number,
  ): Promise<PriorTreatment> {
    return this.priorTreatments.amend(params.priorTreatment, expectedN, body);
  }

  @Post('prior-treatments/:priorTreatment/void')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: priorTreatmentParamsSchema,
    body: voidingSchema,
    response: priorTreatmentSchema,
    idempotent: true,
    audit: 'prior-treatment.void',
  })
  enterInError(
    @Param() params: PriorTreatmentParams,
    @Body() body: Voiding,
    @IfMatch() expectedN: number,
  ): Promise<PriorTreatment> {
    return this.priorTreatments.enterInError({
      priorTreatmentId: params.priorTreatment,
      expectedN,
      reason: body.reason,
    });
  }
}
