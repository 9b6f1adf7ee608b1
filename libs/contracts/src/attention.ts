import { z } from 'zod';
import { day } from './dates.js';
import { id } from './ids.js';

/** `same-day`: today. `review`: within two working days. `soon`: before the next session. */
export const attentionUrgencies = ['same-day', 'soon', 'review'] as const;
export const attentionUrgencySchema = z.enum(attentionUrgencies);
export type AttentionUrgency = z.infer<typeof attentionUrgencySchema>;

const scoreThenSchema = z.object({ date: day(), total: z.int() });

const judged = { urgency: attentionUrgencySchema, ruleId: z.string(), instrument: z.string() };
const comparison = { ...judged, from: scoreThenSchema, to: scoreThenSchema };

/** Why someone should look at a course: numbers and the rule that fired; the words are made where it is shown. */
export const attentionReasonSchema = z.discriminatedUnion('code', [
  z.object({
    code: z.enum(['rise-from-baseline', 'rise-from-best', 'rise-from-previous']),
    ...comparison,
    points: z.int(),
    thresholdPoints: z.number(),
  }),
  z.object({ code: z.literal('relapse'), ...comparison, thresholdTotal: z.int() }),
  z.object({
    code: z.literal('loss-of-response'),
    ...comparison,
    percentFall: z.number().nullable(),
    thresholdPercent: z.number(),
  }),
  z.object({
    code: z.literal('little-change'),
    ...comparison,
    percentFall: z.number().nullable(),
    thresholdPercent: z.number(),
    sessionsGiven: z.int(),
  }),
  z.object({ code: z.literal('no-baseline'), ...judged, sessionsGiven: z.int() }),
  z.object({
    code: z.literal('no-recent-score'),
    ...judged,
    /** The day of the last usable score; null when there never was one. */
    lastDate: day().nullable(),
    days: z.int(),
    thresholdDays: z.int(),
  }),
  z.object({ code: z.literal('no-baseline-before-first-dose'), ...judged, firstDoseOn: day() }),
  z.object({
    code: z.literal('form-due'),
    urgency: attentionUrgencySchema,
    ruleId: z.string(),
    instruments: z.array(z.string()).min(1),
    /** The day of the session it is due for. */
    dueOn: day(),
  }),
  z.object({
    code: z.literal('unsigned-session'),
    urgency: attentionUrgencySchema,
    ruleId: z.string(),
    sessionId: id(),
    date: day(),
    /** Whether someone has begun to write it down. */
    begun: z.boolean(),
  }),
]);
export type AttentionReason = z.infer<typeof attentionReasonSchema>;
