import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  earlierSessionsSchema,
  monitoringEntrySchema,
  newMonitoringEntrySchema,
  sessionMonitorSchema,
  sessionParamsSchema,
  type EarlierSessions,
  type NewMonitoringEntry,
  type SessionMonitor,
  type SessionParams,
  type TimelineEntry,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { Route } from '../http/route.js';
import { MonitoringService } from './monitoring.service.js';

@Controller('c/:clinic/sessions/:session')
export class MonitoringController {
  constructor(private readonly monitoring: MonitoringService) {}

  @Get('monitor')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: sessionParamsSchema,
    response: sessionMonitorSchema,
    // The page asks whenever somebody entered something: that alone keeps nobody signed in.
    activity: false,
    audit: 'session.monitor',
  })
  get(@Param() { session }: SessionParams): Promise<SessionMonitor> {
    return this.monitoring.get(session);
  }

  @Get('earlier')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: sessionParamsSchema,
    response: earlierSessionsSchema,
    audit: 'session.earlier',
  })
  earlier(@Param() { session }: SessionParams): Promise<EarlierSessions> {
    return this.monitoring.earlier(session);
  }

  @Post('monitor/entries')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: sessionParamsSchema,
    body: newMonitoringEntrySchema,
    response: monitoringEntrySchema,
    status: 201,
    idempotent: true,
    audit: 'session.monitor-entry',
  })
  add(@Param() { session }: SessionParams, @Body() body: NewMonitoringEntry): Promise<TimelineEntry> {
    return this.monitoring.add(session, body);
  }
}
