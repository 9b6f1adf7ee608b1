import { z } from 'zod';

/** A calendar day, `YYYY-MM-DD`, in the clinic's zone; never a moment. */
export const day = () => z.iso.date();

/** A moment as an ISO string with its offset; answers give it in UTC. */
export const instant = () => z.iso.datetime({ offset: true });

/** A time on the clock of the clinic's zone, `HH:MM`. */
export const timeOfDay = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time such as 09:30.');

/** Whether a text is the name of a time zone, such as `America/New_York`; offsets such as `+01:00` are not. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The name of a time zone in the IANA list. */
export const timeZone = () =>
  z.string().max(64).refine(isTimeZone, 'A time zone such as America/New_York or Europe/Berlin.');
