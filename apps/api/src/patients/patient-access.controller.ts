import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  givenPatientAccessSchema,
  givePatientAccessSchema,
  patientAccessSchema,
  patientParamsSchema,
  type GivenPatientAccess,
  type GivePatientAccess,
  type PatientAccess,
  type PatientParams,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { Route } from '../http/route.js';
import { PatientAccessService } from './patient-access.service.js';

/** Links are shown once and never stored, so that these routes are not idempotent: a new link ends the one before. */
@Controller('c/:clinic/patients/:patient/access')
export class PatientAccessController {
  constructor(private readonly access: PatientAccessService) {}

  @Get()
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: patientParamsSchema,
    response: patientAccessSchema,
    audit: 'patient-access.read',
  })
  get(@Param() params: PatientParams): Promise<PatientAccess> {
    return this.access.get(params.patient);
  }

  @Post()
  @Route({
    access: clinic('nurse', 'clinician'),
    params: patientParamsSchema,
    body: givePatientAccessSchema,
    response: givenPatientAccessSchema,
    audit: 'patient-access.give',
  })
  give(@Param() params: PatientParams, @Body() body: GivePatientAccess): Promise<GivenPatientAccess> {
    return this.access.give(params.patient, body.email);
  }

  @Post('withdraw')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: patientParamsSchema,
    response: patientAccessSchema,
    audit: 'patient-access.withdraw',
  })
  withdraw(@Param() params: PatientParams): Promise<PatientAccess> {
    return this.access.withdraw(params.patient);
  }
}
