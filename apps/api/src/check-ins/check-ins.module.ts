import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { SafetyModule } from '../safety/safety.module.js';
import { CheckInPlansModule } from '../check-in-plans/check-in-plans.module.js';
import { OwnDue } from './own-due.service.js';
import { CheckInController } from './check-in.controller.js';
import { CheckInNotesService } from './check-in-notes.service.js';
import { OwnAnswersService } from './own-answers.service.js';
import { OwnFormsService } from './own-forms.service.js';
import { OwnOverviewService } from './own-overview.service.js';
import { OwnRecordController } from './own-record.controller.js';
import { OwnRecordQueries } from './own-record.queries.js';

@Module({
  imports: [AssessmentsModule, CheckInPlansModule, SafetyModule],
  controllers: [OwnRecordController, CheckInController],
  providers: [
    CheckInNotesService,
    OwnAnswersService,
    OwnDue,
    OwnFormsService,
    OwnOverviewService,
    OwnRecordQueries,
  ],
})
export class CheckInsModule {}
