import { z } from 'zod';
import { instant } from './dates.js';
import { id } from './ids.js';

export const keptLetterSchema = z.object({
  id: id(),
  at: instant(),
  by: z.enum(['email', 'sms']),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
});
export type KeptLetter = z.infer<typeof keptLetterSchema>;

/** GET /api/mailbox: what the demo clinics sent, newest first. Only on the machine of the demo. */
export const mailboxSchema = z.object({ letters: z.array(keptLetterSchema) });
export type Mailbox = z.infer<typeof mailboxSchema>;
