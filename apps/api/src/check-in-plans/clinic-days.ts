import { recallDaysOf } from '@courseline/contracts';
import type { ClinicDays } from '@courseline/treatment';
import { dayIn, instantAt } from '../clinics/clinic-calendar.js';

const DAY_MS = 86_400_000;

const startUtc = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The clinic's calendar as plans ask for it: many times over for a caseload, so that days are counted and instants kept. */
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
    addDays: (day, days) => new Date(startUtc(day) + days * DAY_MS).toISOString().slice(0, 10),
    daysBetween: (from, to) => Math.round((startUtc(to) - startUtc(from)) / DAY_MS),
  };
}

/** Whether an instrument asks about right now, not about days or weeks. */
export function asksAboutNow(instrument: string): boolean {
  return recallDaysOf(instrument) === 0;
}
