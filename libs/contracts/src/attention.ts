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

/** The person before the paper: who got worse, who has no benefit, then what was left undone. */
const gravity: Readonly<Record<AttentionReason['code'], number>> = {
  'rise-from-baseline': 1,
  'rise-from-best': 1,
  'rise-from-previous': 1,
  relapse: 1,
  'loss-of-response': 1,
  'little-change': 2,
  'unsigned-session': 3,
  'form-due': 4,
  'no-baseline-before-first-dose': 4,
  'no-baseline': 5,
  'no-recent-score': 5,
};

/** How far down a list a reason stands, 0 first: what is for the same day, whatever it is, before all else. Our own order. */
export function attentionRank({ code, urgency }: AttentionReason): number {
  return urgency === 'same-day' ? 0 : gravity[code];
}
