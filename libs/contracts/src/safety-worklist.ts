import { assessmentWays, instrumentIdSchema } from './assessments.js';
import { readingKinds, readingMoments } from '@courseline/treatment';
import { z } from 'zod';
import { day, instant } from './dates.js';
import { clinicParamsSchema, id } from './ids.js';
import { alertLevels, dispositionSchema } from './safety.js';
import { safetyRuleIds } from './safety-rules.js';
import { note } from './text.js';

export const alertStates = ['open', 'acknowledged', 'resolved'] as const;
export type AlertState = (typeof alertStates)[number];

/** What was found when an alert of any rule but item 9 was resolved. */
export const alertOutcomes = [
  'reviewed-with-patient',
  'plan-changed',
  'dose-changed',
  'measured-again',
  'medical-help',
  'referred',
  'no-action-needed',
  'entered-in-error',
  'other',
] as const;
export type AlertOutcome = (typeof alertOutcomes)[number];

/** In the words of the screens. */
export const alertOutcomeWords: Readonly<Record<AlertOutcome | 'done-with-item-9', string>> = {
  'reviewed-with-patient': 'Reviewed with the patient',
  'plan-changed': 'Treatment plan changed',
  'dose-changed': 'Dose changed, delayed or stopped',
  'measured-again': 'Measured again',
  'medical-help': 'Medical help given or called',
  referred: 'Referred',
  'done-with-item-9': 'Done with the item 9 alert of the same form',
  'no-action-needed': 'Looked at, no action needed',
  'entered-in-error': 'Entered in error',
  other: 'Other',
};

/** Outcomes and item 9 decisions that changed nothing for the person: the ledger counts them apart. */
export const resolvedWithoutAction: readonly string[] = [
  'no-action-needed',
  'entered-in-error',
  'safe-to-treat-today',
  'answer-in-error',
];

/** The numbers that made a rule fire; the words are made where they are shown. */
export const alertFactsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('item-9'), value: z.int().nullable(), from: z.int().nullable() }),
  z.object({
    kind: z.literal('score'),
    instrument: instrumentIdSchema,
    total: z.int(),
    from: z.int(),
    comparedWith: z.enum(['previous', 'baseline', 'best']),
  }),
  z.object({
    kind: z.literal('fall'),
    instrument: instrumentIdSchema,
    baseline: z.int(),
    total: z.int(),
    /** Doses given so far; null where the rule does not ask. */
    sessionsGiven: z.int().nullable(),
  }),
  z.object({
    kind: z.literal('reading'),
    reading: z.enum(readingKinds),
    moment: z.enum(readingMoments),
    value: z.number(),
    diastolic: z.number().nullable(),
    at: instant().nullable(),
  }),
  z.object({ kind: z.literal('side-effect'), codes: z.array(z.string()), sessions: z.int() }),
  z.object({ kind: z.literal('dose'), phase: z.string() }),
  z.object({ kind: z.literal('override'), stops: z.array(z.string()), reason: z.string() }),
  z.object({ kind: z.literal('missed'), count: z.int(), since: day() }),
]);
export type AlertFacts = z.infer<typeof alertFactsSchema>;

export const alertEventSchema = z.object({
  kind: z.enum(['acknowledged', 'assigned', 'escalated', 'resolved']),
  at: instant(),
  /** Null: the clock. */
  byName: z.string().nullable(),
  ownerName: z.string().nullable(),
  outcome: z.enum([...alertOutcomes, 'done-with-item-9']).nullable(),
  note: z.string().nullable(),
});
export type AlertEvent = z.infer<typeof alertEventSchema>;

/** An alert of any rule with everything that was done about it. */
export const worklistAlertSchema = z.object({
  id: id(),
  patientId: id(),
  patientName: z.string(),
  rule: z.enum(safetyRuleIds),
  title: z.string(),
  handling: z.string(),
  level: z.enum(alertLevels),
  facts: alertFactsSchema,
  way: z.enum([...assessmentWays, 'schedule']),
  raisedAt: instant(),
  /** The form that caused it; not there yet while it is being filled in. */
  assessmentId: id().nullable(),
  sessionId: id().nullable(),
  state: z.enum(alertStates),
  acknowledgedAt: instant().nullable(),
  escalatedAt: instant().nullable(),
  resolvedAt: instant().nullable(),
  owner: z.object({ accountId: id(), name: z.string() }).nullable(),
  events: z.array(alertEventSchema),
  /** What was recorded on an item 9 alert. */
  dispositions: z.array(dispositionSchema),
});
export type WorklistAlert = z.infer<typeof worklistAlertSchema>;

/** GET /api/c/:clinic/safety/alerts: open ones red first and the oldest first, then those acknowledged. */
export const worklistSchema = z.object({ alerts: z.array(worklistAlertSchema) });
export type Worklist = z.infer<typeof worklistSchema>;

/** GET /api/c/:clinic/safety/resolved?from=&to=: by the day on which they were resolved, the newest first. */
export const resolvedQuerySchema = z
  .strictObject({
    from: day(),
    to: day(),
    rule: z.enum(safetyRuleIds).optional(),
    patient: id().optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'The last day is before the first.' });
export type ResolvedQuery = z.infer<typeof resolvedQuerySchema>;

export const MOST_RESOLVED = 200;
export const resolvedAlertsSchema = z.object({
  alerts: z.array(worklistAlertSchema),
  /** How many there are in the period; the list ends at 200. */
  count: z.int(),
});
export type ResolvedAlerts = z.infer<typeof resolvedAlertsSchema>;

/** GET /api/c/:clinic/safety/summary: what stands in the bar. */
export const safetySummarySchema = z.object({
  unresolved: z.int(),
  openRed: z.int(),
  unread: z.int(),
});
export type SafetySummary = z.infer<typeof safetySummarySchema>;

export const worklistParamsSchema = clinicParamsSchema.extend({ alert: id() });
export type WorklistParams = z.infer<typeof worklistParamsSchema>;

/** POST /api/c/:clinic/safety/alerts/:alert/assign */
export const alertAssignmentSchema = z.strictObject({ accountId: id(), note: note(2000).nullable() });
export type AlertAssignment = z.infer<typeof alertAssignmentSchema>;

/** POST /api/c/:clinic/safety/alerts/:alert/resolve: never of item 9, which has its own questions. */
export const alertResolutionSchema = z
  .strictObject({ outcome: z.enum(alertOutcomes), note: note(4000).nullable() })
  .refine(({ outcome, note: words }) => outcome !== 'other' || words !== null, {
    path: ['note'],
    message: 'Say in a note what was done.',
  });
export type AlertResolution = z.infer<typeof alertResolutionSchema>;

/** GET /api/c/:clinic/safety/unread: forms that patients sent and nobody of their care team has opened. */
export const unreadResultSchema = z.object({
  assessmentId: id(),
  patientId: id(),
  patientName: z.string(),
  instrument: instrumentIdSchema,
  total: z.int().nullable(),
  sentAt: instant(),
});
export type UnreadResult = z.infer<typeof unreadResultSchema>;

/** How far back forms are looked for. */
export const UNREAD_DAYS = 90;
/** The list ends here; the count does not. */
export const MOST_UNREAD = 200;
export const unreadResultsSchema = z.object({ results: z.array(unreadResultSchema), count: z.int() });
export type UnreadResults = z.infer<typeof unreadResultsSchema>;
