import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { AlertRaiser } from './alert-raiser.js';
import { AlertsController } from './alerts.controller.js';
import { AlertsQueries } from './alerts.queries.js';
import { AlertsService } from './alerts.service.js';
import { Escalation } from './escalation.service.js';
import { FormAlerts } from './form-alerts.service.js';
import { LedgerQueries } from './ledger.queries.js';
import { ResultReads } from './result-reads.js';
import { RuleSettingsQueries } from './rule-settings.queries.js';
import { RuleSettings } from './rule-settings.service.js';
import { RulesController } from './rules.controller.js';
import { SafetyPlansController } from './safety-plans.controller.js';
import { SafetyPlans } from './safety-plans.service.js';
import { ScoreHistoryQueries } from './score-history.queries.js';
import { SessionAlerts } from './session-alerts.service.js';
import { WorklistController } from './worklist.controller.js';
import { WorklistQueries } from './worklist.queries.js';
import { WorklistService } from './worklist.service.js';

@Module({
  imports: [AssessmentsModule],
  controllers: [AlertsController, RulesController, SafetyPlansController, WorklistController],
  providers: [
    AlertRaiser,
    AlertsQueries,
    AlertsService,
    Escalation,
    FormAlerts,
    LedgerQueries,
    ResultReads,
    RuleSettings,
    RuleSettingsQueries,
    SafetyPlans,
    ScoreHistoryQueries,
    SessionAlerts,
    WorklistQueries,
    WorklistService,
  ],
  exports: [AlertsService, ResultReads, SessionAlerts],
})
export class SafetyModule {}
