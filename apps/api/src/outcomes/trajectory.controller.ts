import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  patientParamsSchema,
  trajectoryQuerySchema,
  trajectorySchema,
  type PatientParams,
  type Trajectory,
  type TrajectoryQuery,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { Route } from '../http/route.js';
import { ResultReads } from '../safety/result-reads.js';
import { TrajectoryService } from './trajectory.service.js';

@Controller('c/:clinic/patients/:patient/trajectory')
export class TrajectoryController {
  constructor(
    private readonly trajectories: TrajectoryService,
    private readonly reads: ResultReads,
  ) {}

  @Get()
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: patientParamsSchema,
    query: trajectoryQuerySchema,
    response: trajectorySchema,
    audit: 'trajectory.read',
  })
  async read(@Param() params: PatientParams, @Query() query: TrajectoryQuery): Promise<Trajectory> {
    const trajectory = await this.trajectories.read(params.patient, query.course ?? null);
    await this.reads.openedAllOf(params.patient);
    return trajectory;
  }
}
