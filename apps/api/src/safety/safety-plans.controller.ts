import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  clinicParamsSchema,
  ownSafetyPlanSchema,
  patientParamsSchema,
  safetyPlanChangeSchema,
  safetyPlanSchema,
  type OwnSafetyPlan,
  type PatientParams,
  type SafetyPlan,
  type SafetyPlanChange,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { IfMatch } from '../http/if-match.js';
import { Route } from '../http/route.js';
import { SafetyPlans } from './safety-plans.service.js';

@Controller('c/:clinic')
export class SafetyPlansController {
  constructor(private readonly plans: SafetyPlans) {}

  @Get('patients/:patient/safety-plan')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: patientParamsSchema,
    response: safetyPlanSchema,
    audit: 'safety-plan.read',
  })
  read(@Param() params: PatientParams): Promise<SafetyPlan> {
    return this.plans.read(params.patient);
  }

  @Post('patients/:patient/safety-plan')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: patientParamsSchema,
    body: safetyPlanChangeSchema,
    response: safetyPlanSchema,
    idempotent: true,
    audit: 'safety-plan.write',
  })
  write(
    @Param() params: PatientParams,
    @Body() body: SafetyPlanChange,
    @IfMatch() version: number,
  ): Promise<SafetyPlan> {
    return this.plans.write(params.patient, version, body);
  }

  @Get('me/safety-plan')
  @Route({
    access: clinic('patient'),
    params: clinicParamsSchema,
    response: ownSafetyPlanSchema,
    audit: 'own.safety-plan',
  })
  readOwn(): Promise<OwnSafetyPlan> {
    return this.plans.readOwn();
  }
}
