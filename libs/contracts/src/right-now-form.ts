import { z } from 'zod';
import { day, instant } from './dates.js';
import { id } from './ids.js';

/** How someone was at one moment, on the way from a dose. */
export const rightNowFormSchema = z.object({
  id: id(),
  date: day(),
  at: instant().nullable(),
  /** Of the dose it belongs to; null where none is known. */
  sessionId: id().nullable(),
  /** From the start of that dose, 0 or less: before it. Null where a time is not known. */
  hoursFromDose: z.number().nullable(),
  /** In the order of the form; null is not answered. */
  answers: z.array(z.int().nullable()),
});
export type RightNowForm = z.infer<typeof rightNowFormSchema>;
