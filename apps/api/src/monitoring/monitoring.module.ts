import { Module } from '@nestjs/common';
import { SafetyModule } from '../safety/safety.module.js';
import { SigningModule } from '../signing/signing.module.js';
import { EarlierSessionsQueries } from './earlier-sessions.queries.js';
import { MonitoringController } from './monitoring.controller.js';
import { MonitoringService } from './monitoring.service.js';
import { SessionEventsQueries } from './session-events.queries.js';

@Module({
  imports: [SafetyModule, SigningModule],
  controllers: [MonitoringController],
  providers: [EarlierSessionsQueries, MonitoringService, SessionEventsQueries],
  exports: [MonitoringService],
})
export class MonitoringModule {}
