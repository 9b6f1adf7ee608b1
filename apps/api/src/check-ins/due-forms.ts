import { findInstrument, type InstrumentId } from '@courseline/instruments';

/** A form a patient is asked while nothing else is due. */
export const ASKED_OF_PATIENTS = ['phq-9', 'gad-7', 'pcl-5'] as const satisfies readonly InstrumentId[];

/** A form is asked again once the last one is this old. */
const EVERY_DAYS = 7;
/** The trauma form asks about a month, so it is asked less often. */
const TRAUMA_EVERY_DAYS = 14;
/** Before a planned session a form may be up to three days old. */
const BEFORE_SESSION_DAYS = 3;

export interface PatientsForms {
  readonly today: string;
  /** The next planned session's day; null when none is planned. */
  readonly nextSessionOn: string | null;
  /** By instrument, the day it was last answered. */
  readonly lastOn: ReadonlyMap<string, string>;
  /** Trauma is among the indications, or a trauma form was answered before. */
  readonly asksTrauma: boolean;
  readonly daysBetween: (from: string, to: string) => number;
}

/**
 * The forms due for a patient today: none answered for 7 days (14 for the trauma form), or a session planned within
 * 72 hours and none answered within 72 hours of it. Our own rule.
 */
export function dueForms(forms: PatientsForms): readonly (typeof ASKED_OF_PATIENTS)[number][] {
  return ASKED_OF_PATIENTS.filter((instrument) => {
    if (findInstrument(instrument) === null) return false;
    if (instrument === 'pcl-5' && !forms.asksTrauma) return false;
    const last = forms.lastOn.get(instrument);
    if (last === undefined) return true;
    const age = forms.daysBetween(last, forms.today);
    if (age >= (instrument === 'pcl-5' ? TRAUMA_EVERY_DAYS : EVERY_DAYS)) return true;
    if (instrument === 'pcl-5' || forms.nextSessionOn === null) return false;
    const untilSession = forms.daysBetween(forms.today, forms.nextSessionOn);
    return (
      untilSession <= BEFORE_SESSION_DAYS &&
      forms.daysBetween(last, forms.nextSessionOn) > BEFORE_SESSION_DAYS
    );
  });
}
