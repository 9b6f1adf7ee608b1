import { recallDaysOf } from '@courseline/contracts';
import type { ClinicDays } from '@courseline/treatment';
import { addDays, dayIn, daysBetween, instantAt } from '../clinics/clinic-calendar.js';

/** The clinic's calendar as plans ask for it. The start of a day is asked for often, and kept. */
export function clinicDays(timeZone: string): ClinicDays {
  const instants = new Map<string, number>();
  return {
    dayOf: (at) => dayIn(timeZone, new Date(at)),
    at: (day, time) => {
      const key = `${day} ${time}`;
      const known = instants.get(key);
      if (known !== undefined) return known;
      const at = instantAt(timeZone, day, time).getTime();
      instants.set(key, at);
      return at;
    },
    addDays,
    daysBetween,
  };
}

/** Whether an instrument asks about right now, not about days or weeks. */
export function asksAboutNow(instrument: string): boolean {
  return recallDaysOf(instrument) === 0;
}
