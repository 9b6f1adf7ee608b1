import { z } from 'zod';
import { day, instant, timeOfDay } from './dates.js';
import { clinicParamsSchema } from './ids.js';
import { alertLevels } from './safety.js';
import { note } from './text.js';

/** Every rule that raises alerts. What each says, does and stands on is in the catalogue of the server. */
export const safetyRuleIds = [
  'item-9',
  'item-9-declined',
  'item-9-rise',
  'suicidal-ideation-reported',
  'phq-9-severe-rise',
  'phq-9-rise',
  'gad-7-rise',
  'pcl-5-rise',
  'reliable-worsening',
  'loss-of-response',
  'little-change',
  'pressure-before-dose',
  'pressure-crisis',
  'low-oxygen',
  'slow-breathing',
  'deep-sedation',
  'discharge-override',
  'urinary-symptoms',
  'craving',
  'unscheduled-dose',
] as const;
export type SafetyRuleId = (typeof safetyRuleIds)[number];

/** A number of a rule that a clinic may change, and how far. */
export const ruleParameterSchema = z.object({
  name: z.string(),
  /** What it is, to be read before its number. */
  words: z.string(),
  unit: z.string(),
  standard: z.number(),
  from: z.number(),
  to: z.number(),
});
export type RuleParameter = z.infer<typeof ruleParameterSchema>;

export const ruleParametersSchema = z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/), z.number().int());
export type RuleParameters = z.infer<typeof ruleParametersSchema>;

/** One change that the clinic made to a rule. */
export const ruleRevisionSchema = z.object({
  n: z.int(),
  enabled: z.boolean(),
  parameters: ruleParametersSchema,
  reason: z.string(),
  byName: z.string(),
  at: instant(),
});
export type RuleRevision = z.infer<typeof ruleRevisionSchema>;

export const safetyRuleSchema = z.object({
  id: z.enum(safetyRuleIds),
  /** The version of the definition. */
  definition: z.string(),
  title: z.string(),
  level: z.enum(alertLevels),
  trigger: z.string(),
  handling: z.string(),
  /** Author and year, or that it is our own rule. */
  source: z.string(),
  parameters: z.array(ruleParameterSchema),
  /** False: this rule can never be switched off. */
  mayBeOff: z.boolean(),
  enabled: z.boolean(),
  /** The numbers in force. */
  values: ruleParametersSchema,
  /** How often the clinic has changed it; 0 where it stands as it came. */
  version: z.int(),
  /** The clinic's changes, the newest first. */
  history: z.array(ruleRevisionSchema),
});
export type SafetyRule = z.infer<typeof safetyRuleSchema>;

/** GET /api/c/:clinic/safety/rules */
export const safetyRuleListSchema = z.object({ rules: z.array(safetyRuleSchema) });
export type SafetyRuleList = z.infer<typeof safetyRuleListSchema>;

export const safetyRuleParamsSchema = clinicParamsSchema.extend({ rule: z.enum(safetyRuleIds) });
export type SafetyRuleParams = z.infer<typeof safetyRuleParamsSchema>;

/** POST /api/c/:clinic/safety/rules/:rule, with If-Match of the version. */
export const ruleChangeSchema = z.strictObject({
  enabled: z.boolean(),
  parameters: ruleParametersSchema,
  reason: note(500).refine((text) => text.length >= 3, 'Say why, in a few words.'),
});
export type RuleChange = z.infer<typeof ruleChangeSchema>;

/** GET /api/c/:clinic/safety/ledger?from=&to= */
export const ledgerQuerySchema = z
  .strictObject({ from: day(), to: day() })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'The last day is before the first.' });
export type LedgerQuery = z.infer<typeof ledgerQuerySchema>;

/** What became of the alerts that one rule raised in the period. */
export const ledgerLineSchema = z.object({
  rule: z.enum(safetyRuleIds),
  fired: z.int(),
  /** Resolved by something that changed what was done for the person. */
  ledToAction: z.int(),
  /** Looked at and resolved without a change. */
  withoutAction: z.int(),
  /** Acknowledged and not resolved yet. */
  acknowledged: z.int(),
  /** Nobody has taken it on yet. */
  open: z.int(),
  escalated: z.int(),
  /** Minutes from the alert to the first person who took it on; null where nobody has. */
  medianMinutes: z.number().nullable(),
  ninetiethMinutes: z.number().nullable(),
});
export type LedgerLine = z.infer<typeof ledgerLineSchema>;

export const ledgerSchema = z.object({ from: day(), to: day(), lines: z.array(ledgerLineSchema) });
export type Ledger = z.infer<typeof ledgerSchema>;

/** When an alert that nobody took on is said to others. */
const escalationFields = {
  redMinutes: z.number().int().min(1).max(240),
  amberWorkingDays: z.number().int().min(1).max(10),
  /** 1 Monday to 7 Sunday. */
  weekdays: z
    .array(z.number().int().min(1).max(7))
    .min(1)
    .max(7)
    .refine((days) => new Set(days).size === days.length, 'Each day once.'),
  opens: timeOfDay(),
  closes: timeOfDay(),
  /** A red alert outside opening hours: said at once, or when the clinic opens. */
  redWhenClosed: z.enum(['at-once', 'next-opening']),
};

export const escalationSettingsSchema = z.object({
  ...escalationFields,
  /** 0 where the clinic has not changed them. */
  version: z.int(),
  reason: z.string().nullable(),
  byName: z.string().nullable(),
  at: instant().nullable(),
});
export type EscalationSettings = z.infer<typeof escalationSettingsSchema>;

/** POST /api/c/:clinic/safety/escalation, with If-Match of the version. */
export const escalationChangeSchema = z
  .strictObject({
    ...escalationFields,
    reason: note(500).refine((text) => text.length >= 3, 'Say why, in a few words.'),
  })
  .refine(({ opens, closes }) => opens < closes, {
    path: ['closes'],
    message: 'The clinic closes after it opens.',
  });
export type EscalationChange = z.infer<typeof escalationChangeSchema>;
