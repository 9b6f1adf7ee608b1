import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  monitoringEntrySchema,
  newMonitoringEntrySchema,
  sessionMonitorSchema,
  sessionParamsSchema,
  type NewMonitoringEntry,
  type SessionMonitor,
  type SessionParams,
  type TimelineEntry,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { Route } from '../http/route.js';
import { MonitoringService } from './monitoring.service.js';

@Controller('c/:clinic/sessions/:session/monitor')
export class MonitoringController {
  constructor(private readonly monitoring: MonitoringService) {}

  @Get()
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

  @Post('entries')
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
