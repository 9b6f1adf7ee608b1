import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { AlertsController } from './alerts.controller.js';
import { AlertsQueries } from './alerts.queries.js';
import { AlertsService } from './alerts.service.js';

@Module({
  imports: [AssessmentsModule],
  controllers: [AlertsController],
  providers: [AlertsQueries, AlertsService],
  exports: [AlertsService],
})
export class SafetyModule {}
