import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  amendPatientSchema,
  patientHistorySchema,
  patientParamsSchema,
  patientSchema,
  patientSearchAnswerSchema,
  patientSearchSchema,
  registerPatientSchema,
  voidingSchema,
  type AmendPatient,
  type Patient,
  type PatientHistory,
  type PatientParams,
  type PatientSearch,
  type PatientSearchAnswer,
  type RegisterPatient,
  type Voiding,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { IfMatch } from '../http/if-match.js';
import { Route } from '../http/route.js';
import { PatientsService } from './patients.service.js';

@Controller('c/:clinic/patients')
export class PatientsController {
  constructor(private readonly patients: PatientsService) {}

  @Post('search')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    body: patientSearchSchema,
    response: patientSearchAnswerSchema,
    audit: 'patient.search',
  })
  search(@Body() body: PatientSearch): Promise<PatientSearchAnswer> {
    return this.patients.search(body);
  }

  @Post()
  @Route({
    access: clinic('nurse', 'clinician'),
    body: registerPatientSchema,
    response: patientSchema,
    status: 201,
    idempotent: true,
    audit: 'patient.register',
  })
  register(@Body() body: RegisterPatient): Promise<Patient> {
    return this.patients.register(body);
  }

  @Get(':patient')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: patientParamsSchema,
    response: patientSchema,
    audit: 'patient.read',
  })
  get(@Param() params: PatientParams): Promise<Patient> {
    return this.patients.get(params.patient);
  }

  @Get(':patient/history')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: patientParamsSchema,
    response: patientHistorySchema,
    audit: 'patient.history',
  })
  history(@Param() params: PatientParams): Promise<PatientHistory> {
    return this.patients.history(params.patient);
  }

  @Post(':patient/amendments')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: patientParamsSchema,
    body: amendPatientSchema,
    response: patientSchema,
    idempotent: true,
    audit: 'patient.amend',
  })
  amend(
    @Param() params: PatientParams,
    @Body() body: AmendPatient,
    @IfMatch() expectedN: number,
  ): Promise<Patient> {
    return this.patients.amend(params.patient, expectedN, body);
  }

  @Post(':patient/void')
  @Route({
    access: clinic('clinician'),
    params: patientParamsSchema,
    body: voidingSchema,
    response: patientSchema,
    idempotent: true,
    audit: 'patient.void',
  })
  enterInError(
    @Param() params: PatientParams,
    @Body() body: Voiding,
    @IfMatch() expectedN: number,
  ): Promise<Patient> {
    return this.patients.enterInError({ patientId: params.patient, expectedN, reason: body.reason });
  }
}
