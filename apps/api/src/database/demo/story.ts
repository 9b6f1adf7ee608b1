import type { DemoInstrument } from './answers.js';
import { clock, minutesLater } from './calendar.js';
import type { AssessmentContext } from './clinical-rows.js';
import { addForm } from './forms.js';
import type { HistoryOptions } from './clinic-history.js';
import { aPatient, type Registration } from './new-patient.js';
import { addPatient, type DemoPatient } from './patient.js';
import type { PriorTreatment } from './prior-treatments.js';
import { addBooking, addGiven, addSession, type BookedSession, type GivenSession } from './sessions.js';
import type { SideEffect } from './side-effects.js';
import type { Site } from './site.js';
import { vitalsOf, type Reading } from './vitals.js';

export type Time = `${number}:${number}`;

/** A form whose every answer is told. */
export interface ToldForm {
  readonly instrument: DemoInstrument | 'right-now';
  readonly answers: string;
  readonly difficulty?: number;
  readonly day: number;
  readonly time: Time;
  readonly context: AssessmentContext;
  readonly courseId: string | null;
  readonly sessionId?: string | null;
  readonly way: 'patient' | 'staff';
  readonly isAlertOpen?: boolean;
}

/** Files a told form; the digits of `answers` are the answers in order. */
export function tellForm(site: Site, patient: DemoPatient, form: ToldForm): string {
  const minutes = clock(form.time);
  const by = form.way === 'patient' ? (patient.accountId ?? patient.nurseId) : patient.nurseId;
  return addForm(site, patient, {
    instrument: form.instrument,
    answers: Array.from(form.answers, Number),
    difficulty: form.difficulty ?? null,
    day: form.day,
    at: form.day === 0 ? site.calendar.thisMorning(minutes) : site.calendar.at(form.day, minutes),
    context: form.context,
    courseId: form.courseId,
    sessionId: form.sessionId ?? null,
    way: form.way,
    by,
    isAlertOpen: form.isAlertOpen ?? false,
  });
}

/** Registers someone whose story is told, with access and an address of their own name. */
export function tellPatient(
  site: Site,
  registration: Registration & { readonly person: NonNullable<Registration['person']> },
  tried: readonly PriorTreatment[],
  { addresses, passwordHash }: HistoryOptions,
): DemoPatient {
  const { person, mrn } = registration;
  const random = site.random.fork(`story ${person.familyName} ${person.givenName}`);
  const patient = aPatient(site, random, { hasAccess: true, ...registration });
  addPatient(site, patient, { email: addresses.for(person, mrn), passwordHash }, tried);
  return patient;
}

export type ToldEffect = readonly [
  code: string,
  severity: number,
  onset: number,
  duration: number,
  reporter?: 'patient',
];

type Pressure = readonly [systolic: number, diastolic: number];

/** What is told of a session; vitals and the rest are as usual. */
export interface ToldSession {
  readonly day: number;
  readonly time: Time;
  readonly given?: {
    readonly mg: number;
    readonly weightKg: number;
    readonly weighedDay: number;
    readonly effects: readonly ToldEffect[];
    readonly note?: string;
    readonly doseReason?: string;
    /** Before the dose and at 40 minutes. */
    readonly pressures?: readonly [Pressure, Pressure];
  };
}

type Frame = Pick<BookedSession, 'courseId' | 'phase' | 'treatment' | 'order'> & {
  readonly bookedDay: number;
};

/** The rows of a told session; gives back its id. */
export function tellSession(site: Site, patient: DemoPatient, frame: Frame, told: ToldSession): string {
  const { calendar } = site;
  const session: BookedSession = {
    ...frame,
    day: told.day,
    plannedAt: calendar.at(told.day, clock(told.time)),
    bookedAt: calendar.at(frame.bookedDay, clock('11:20')),
    bookedBy: patient.nurseId,
  };
  const sessionId = addSession(site, patient, session, told.given === undefined ? 1 : 2);
  addBooking(site, patient, sessionId, session);
  if (told.given === undefined) return sessionId;
  const given = usualSession(patient, session, told.given);
  addGiven(site, patient, sessionId, session, given, {
    n: 2,
    status: 'current',
    reason: 'signed',
    recorded_by: given.signedBy,
    recorded_at: given.signedAt,
  });
  return sessionId;
}

export function usualSession(
  patient: DemoPatient,
  session: BookedSession,
  told: NonNullable<ToldSession['given']>,
): GivenSession {
  const startedAt = minutesLater(session.plannedAt, 14);
  const endMinute = 118;
  const endedAt = minutesLater(startedAt, endMinute);
  const dissociation = told.effects.find(([code]) => code === 'dissociation')?.[1] ?? 0;
  const { readings } = vitalsOf(patient.random, patient, { startedAt, endMinute, dissociation, sedation: 0 });
  return {
    state: 'given',
    stateReason: null,
    startedAt,
    endedAt,
    givenMg: told.mg,
    weight: { kg: told.weightKg, entered: told.weightKg, unit: 'kg', day: told.weighedDay },
    routeDetails: session.treatment.route === 'iv' ? { bolus: false } : {},
    concomitant: {
      benzodiazepine: false,
      hypnotic: false,
      stimulant: false,
      maoi: false,
      opioid: false,
      other: null,
    },
    doseReason: told.doseReason ?? null,
    pressureReason: null,
    asked: told.effects.length > 0 ? 'some' : 'none',
    note: told.note ?? null,
    signedBy: patient.clinicianId,
    signedAt: minutesLater(endedAt, 21),
    readings: told.pressures === undefined ? readings : withPressures(readings, told.pressures),
    sideEffects: told.effects.map(toldEffect),
  };
}

function withPressures(
  readings: readonly Reading[],
  [before, atPeak]: readonly [Pressure, Pressure],
): readonly Reading[] {
  return readings.map((reading) => {
    if (reading.kind !== 'blood-pressure' || reading.moment === 'other' || reading.moment === 'end')
      return reading;
    const [value, diastolic] = reading.moment === 'before' ? before : atPeak;
    return { ...reading, value, diastolic };
  });
}

function toldEffect([code, severity, onset, duration, reporter]: ToldEffect): SideEffect {
  return {
    code,
    other_text: null,
    severity,
    onset_minutes: onset,
    duration_minutes: duration,
    ctcae_grade: null,
    serious: false,
    serious_criterion: null,
    reporter: reporter ?? 'staff',
    note: null,
  };
}
