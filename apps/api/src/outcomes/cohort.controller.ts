import { Controller, Get, Query } from '@nestjs/common';
import {
  cohortPeopleQuerySchema,
  cohortPeopleSchema,
  cohortQuerySchema,
  cohortSummarySchema,
  fixableSchemaList,
  type CohortPeople,
  type CohortPeopleQuery,
  type CohortQuery,
  type CohortSummary,
  type Fixable,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { dayIn } from '../clinics/clinic-calendar.js';
import { Clock } from '../http/clock.js';
import { RequestContext } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { CohortService } from './cohort.service.js';
import { FixableQueries } from './fixable.queries.js';

@Controller('c/:clinic/outcomes')
export class CohortController {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly cohort: CohortService,
    private readonly fixable: FixableQueries,
  ) {}

  @Get('cohort')
  @Route({
    access: clinic('director'),
    query: cohortQuerySchema,
    response: cohortSummarySchema,
    audit: 'outcomes.read',
  })
  summary(@Query() query: CohortQuery): Promise<CohortSummary> {
    return this.cohort.summary(query);
  }

  @Get('cohort/people')
  @Route({
    access: clinic('director'),
    query: cohortPeopleQuerySchema,
    response: cohortPeopleSchema,
    audit: 'outcomes.read-people',
  })
  people(@Query() query: CohortPeopleQuery): Promise<CohortPeople> {
    return this.cohort.people(query);
  }

  @Get('fixable')
  @Route({ access: clinic('director'), response: fixableSchemaList, audit: 'outcomes.read-fixable' })
  async listFixable(): Promise<Fixable> {
    const found = await this.fixable.list(dayIn(this.context.clinic.timeZone, this.clock.now()));
    for (const list of [
      found.firstDoseWithoutBaseline,
      found.unsignedSessions,
      found.formsDue,
      found.endOfInductionMissing,
    ]) {
      this.context.touch(...list.map((each) => each.patientId));
    }
    return found;
  }
}
