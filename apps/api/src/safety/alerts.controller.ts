import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  alertListSchema,
  alertParamsSchema,
  alertSchema,
  clinicParamsSchema,
  newDispositionSchema,
  type Alert,
  type AlertList,
  type AlertParams,
  type NewDisposition,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { RequestContext } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { AlertsService } from './alerts.service.js';

@Controller('c/:clinic/alerts')
export class AlertsController {
  constructor(
    private readonly alerts: AlertsService,
    private readonly context: RequestContext,
  ) {}

  @Get()
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: clinicParamsSchema,
    response: alertListSchema,
    // The pages ask again and again: that alone keeps nobody signed in.
    activity: false,
    audit: 'alerts.read',
  })
  async listOpen(): Promise<AlertList> {
    const alerts = await this.alerts.listOpen();
    for (const alert of alerts) this.context.touch(alert.patientId);
    return { alerts: [...alerts] };
  }

  @Post(':alert/dispositions')
  @Route({
    access: clinic('clinician'),
    params: alertParamsSchema,
    body: newDispositionSchema,
    response: alertSchema,
    status: 201,
    idempotent: true,
    audit: 'alert.dispose',
  })
  dispose(@Param() params: AlertParams, @Body() body: NewDisposition): Promise<Alert> {
    return this.alerts.dispose(params.alert, body);
  }
}
