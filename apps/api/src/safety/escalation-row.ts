import { z } from 'zod';
import type { EscalationTimes } from './rules/escalation-due.js';

/** Columns of the clinic's own times of escalation. */
export const escalationColumns =
  'n, red_minutes, amber_working_days, weekdays, opens, closes, red_when_closed';

export const escalationRow = z.object({
  n: z.number(),
  red_minutes: z.number(),
  amber_working_days: z.number(),
  weekdays: z.array(z.number()),
  opens: z.string(),
  closes: z.string(),
  red_when_closed: z.enum(['at-once', 'next-opening']),
});

export function toEscalationTimes(row: z.infer<typeof escalationRow>): EscalationTimes {
  return {
    redMinutes: row.red_minutes,
    amberWorkingDays: row.amber_working_days,
    weekdays: row.weekdays,
    opens: row.opens,
    closes: row.closes,
    redWhenClosed: row.red_when_closed,
  };
}
