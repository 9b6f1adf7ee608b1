import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  clinicParamsSchema,
  escalationChangeSchema,
  escalationSettingsSchema,
  ledgerQuerySchema,
  ledgerSchema,
  ruleChangeSchema,
  safetyRuleListSchema,
  safetyRuleParamsSchema,
  safetyRuleSchema,
  type EscalationChange,
  type EscalationSettings,
  type Ledger,
  type LedgerQuery,
  type RuleChange,
  type SafetyRule,
  type SafetyRuleList,
  type SafetyRuleParams,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { IfMatch } from '../http/if-match.js';
import { Route } from '../http/route.js';
import { LedgerQueries } from './ledger.queries.js';
import { RuleSettings } from './rule-settings.service.js';

@Controller('c/:clinic/safety')
export class RulesController {
  constructor(
    private readonly settings: RuleSettings,
    private readonly ledgers: LedgerQueries,
  ) {}

  @Get('rules')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: clinicParamsSchema,
    response: safetyRuleListSchema,
  })
  async list(): Promise<SafetyRuleList> {
    return { rules: [...(await this.settings.list())] };
  }

  @Post('rules/:rule')
  @Route({
    access: clinic('director'),
    params: safetyRuleParamsSchema,
    body: ruleChangeSchema,
    response: safetyRuleSchema,
    idempotent: true,
    audit: 'safety.change-rule',
  })
  change(
    @Param() params: SafetyRuleParams,
    @Body() body: RuleChange,
    @IfMatch() version: number,
  ): Promise<SafetyRule> {
    return this.settings.change(params.rule, version, body);
  }

  @Get('escalation')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: clinicParamsSchema,
    response: escalationSettingsSchema,
  })
  escalation(): Promise<EscalationSettings> {
    return this.settings.escalation();
  }

  @Post('escalation')
  @Route({
    access: clinic('director'),
    params: clinicParamsSchema,
    body: escalationChangeSchema,
    response: escalationSettingsSchema,
    idempotent: true,
    audit: 'safety.change-escalation',
  })
  changeEscalation(@Body() body: EscalationChange, @IfMatch() version: number): Promise<EscalationSettings> {
    return this.settings.changeEscalation(version, body);
  }

  /** Counts only: which patients they are about stands in the worklist. */
  @Get('ledger')
  @Route({
    access: clinic('director'),
    params: clinicParamsSchema,
    query: ledgerQuerySchema,
    response: ledgerSchema,
    audit: 'safety.read-ledger',
  })
  ledger(@Query() query: LedgerQuery): Promise<Ledger> {
    return this.ledgers.read(query);
  }
}
