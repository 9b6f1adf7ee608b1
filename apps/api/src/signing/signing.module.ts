import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { CheckInPlansModule } from '../check-in-plans/check-in-plans.module.js';
import { SafetyModule } from '../safety/safety.module.js';
import { DraftAlerts } from './draft-alerts.js';
import { DraftMerger } from './draft-merger.js';
import { LoggedSessionQueries } from './logged-session.queries.js';
import { SessionDraftQueries } from './session-draft.queries.js';
import { SessionDraftService } from './session-draft.service.js';
import { SessionLogQueries } from './session-log.queries.js';
import { SessionLogService } from './session-log.service.js';
import { SignedSessionReader } from './signed-session.reader.js';
import { SigningController } from './signing.controller.js';
import { SigningService } from './signing.service.js';
import { SessionWrites } from './session-writes.js';

@Module({
  imports: [AssessmentsModule, CheckInPlansModule, SafetyModule],
  controllers: [SigningController],
  providers: [
    DraftAlerts,
    DraftMerger,
    LoggedSessionQueries,
    SessionDraftQueries,
    SessionDraftService,
    SessionLogQueries,
    SessionLogService,
    SessionWrites,
    SignedSessionReader,
    SigningService,
  ],
  exports: [DraftMerger, LoggedSessionQueries, SessionDraftService, SessionLogService],
})
export class SigningModule {}
