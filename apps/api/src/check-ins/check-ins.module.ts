import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { OwnFormsService } from './own-forms.service.js';
import { OwnOverviewService } from './own-overview.service.js';
import { OwnRecordController } from './own-record.controller.js';
import { OwnRecordQueries } from './own-record.queries.js';

@Module({
  imports: [AssessmentsModule],
  controllers: [OwnRecordController],
  providers: [OwnFormsService, OwnOverviewService, OwnRecordQueries],
})
export class CheckInsModule {}
