import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  addToCareTeamSchema,
  careTeamEntryParamsSchema,
  careTeamSchema,
  endCareSchema,
  patientParamsSchema,
  type AddToCareTeam,
  type CareTeam,
  type CareTeamEntryParams,
  type EndCare,
  type PatientParams,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { Route } from '../http/route.js';
import { CareTeamService } from './care-team.service.js';

@Controller('c/:clinic/patients/:patient/care-team')
export class CareTeamController {
  constructor(private readonly team: CareTeamService) {}

  @Get()
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: patientParamsSchema,
    response: careTeamSchema,
    audit: 'care-team.list',
  })
  list(@Param() params: PatientParams): Promise<CareTeam> {
    return this.team.list(params.patient);
  }

  @Post()
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: patientParamsSchema,
    body: addToCareTeamSchema,
    response: careTeamSchema,
    status: 201,
    idempotent: true,
    audit: 'care-team.add',
  })
  add(@Param() params: PatientParams, @Body() body: AddToCareTeam): Promise<CareTeam> {
    return this.team.add(params.patient, body.accountId);
  }

  @Post(':entry/end')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: careTeamEntryParamsSchema,
    body: endCareSchema,
    response: careTeamSchema,
    idempotent: true,
    audit: 'care-team.end',
  })
  end(@Param() params: CareTeamEntryParams, @Body() body: EndCare): Promise<CareTeam> {
    return this.team.end(params.patient, params.entry, body.reason);
  }
}
