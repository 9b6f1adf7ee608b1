import {
  escalationSettingsSchema,
  ledgerSchema,
  safetyRuleListSchema,
  safetyRuleSchema,
  type EscalationChange,
  type LedgerQuery,
  type RuleChange,
} from '@courseline/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

export const rulesKey = (clinic: string) => ['clinic', clinic, 'safety-rules'] as const;

export const safetyRulesQuery = (clinic: string) =>
  queryOptions({
    queryKey: [...rulesKey(clinic), 'rules'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/safety/rules`, { schema: safetyRuleListSchema, signal }),
  });

export const ledgerQuery = (clinic: string, query: LedgerQuery) =>
  queryOptions({
    queryKey: [...rulesKey(clinic), 'ledger', query],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/safety/ledger`, {
        query: { ...query },
        schema: ledgerSchema,
        signal,
      }),
    placeholderData: keepPreviousData,
  });

export const escalationQuery = (clinic: string) =>
  queryOptions({
    queryKey: [...rulesKey(clinic), 'escalation'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/safety/escalation`, { schema: escalationSettingsSchema, signal }),
  });

export const changeRule = (
  clinic: string,
  rule: string,
  version: number,
  body: RuleChange,
  idempotencyKey: string,
) =>
  request('POST', pathOf`/c/${clinic}/safety/rules/${rule}`, {
    body,
    ifMatch: version,
    idempotencyKey,
    schema: safetyRuleSchema,
  });

export const changeEscalation = (
  clinic: string,
  version: number,
  body: EscalationChange,
  idempotencyKey: string,
) =>
  request('POST', pathOf`/c/${clinic}/safety/escalation`, {
    body,
    ifMatch: version,
    idempotencyKey,
    schema: escalationSettingsSchema,
  });
