import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  alertAssignmentSchema,
  alertResolutionSchema,
  clinicParamsSchema,
  resolvedAlertsSchema,
  resolvedQuerySchema,
  MOST_UNREAD,
  safetySummarySchema,
  unreadResultsSchema,
  worklistAlertSchema,
  worklistParamsSchema,
  worklistSchema,
  type AlertAssignment,
  type AlertResolution,
  type ResolvedAlerts,
  type ResolvedQuery,
  type SafetySummary,
  type UnreadResults,
  type Worklist,
  type WorklistAlert,
  type WorklistParams,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { Route } from '../http/route.js';
import { ResultReads } from './result-reads.js';
import { WorklistQueries } from './worklist.queries.js';
import { WorklistService } from './worklist.service.js';

@Controller('c/:clinic/safety')
export class WorklistController {
  constructor(
    private readonly worklist: WorklistService,
    private readonly queries: WorklistQueries,
    private readonly reads: ResultReads,
  ) {}

  @Get('summary')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: clinicParamsSchema,
    response: safetySummarySchema,
    // The bar asks again and again: that alone keeps nobody signed in.
    activity: false,
    audit: 'safety.count',
  })
  async summary(): Promise<SafetySummary> {
    return { ...(await this.queries.summary()), unread: await this.reads.countUnread() };
  }

  @Get('alerts')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: clinicParamsSchema,
    response: worklistSchema,
    activity: false,
    audit: 'safety.read',
  })
  async list(): Promise<Worklist> {
    return { alerts: [...(await this.worklist.listUnresolved())] };
  }

  @Get('resolved')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: clinicParamsSchema,
    query: resolvedQuerySchema,
    response: resolvedAlertsSchema,
    audit: 'safety.read-resolved',
  })
  listResolved(@Query() query: ResolvedQuery): Promise<ResolvedAlerts> {
    return this.worklist.listResolved(query);
  }

  @Get('unread')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: clinicParamsSchema,
    response: unreadResultsSchema,
    activity: false,
    audit: 'safety.read-unread',
  })
  async listUnread(): Promise<UnreadResults> {
    return {
      results: [...(await this.reads.listUnread(MOST_UNREAD))],
      count: await this.reads.countUnread(),
    };
  }

  @Post('alerts/:alert/acknowledge')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: worklistParamsSchema,
    response: worklistAlertSchema,
    idempotent: true,
    audit: 'alert.acknowledge',
  })
  acknowledge(@Param() params: WorklistParams): Promise<WorklistAlert> {
    return this.worklist.acknowledge(params.alert);
  }

  @Post('alerts/:alert/assign')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: worklistParamsSchema,
    body: alertAssignmentSchema,
    response: worklistAlertSchema,
    idempotent: true,
    audit: 'alert.assign',
  })
  assign(@Param() params: WorklistParams, @Body() body: AlertAssignment): Promise<WorklistAlert> {
    return this.worklist.assign(params.alert, body);
  }

  @Post('alerts/:alert/resolve')
  @Route({
    access: clinic('clinician'),
    params: worklistParamsSchema,
    body: alertResolutionSchema,
    response: worklistAlertSchema,
    idempotent: true,
    audit: 'alert.resolve',
  })
  resolve(@Param() params: WorklistParams, @Body() body: AlertResolution): Promise<WorklistAlert> {
    return this.worklist.resolve(params.alert, body);
  }
}
