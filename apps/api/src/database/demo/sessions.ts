import { orderedMilligrams } from '@courseline/treatment';
import { minutesLater } from './calendar.js';
import type { SessionRevisionRow, SessionState } from './clinical-rows.js';
import { Jsonb } from './copy-text.js';
import type { Order, Weight } from './doses.js';
import type { DemoPatient } from './patient.js';
import type { Phase, Revision } from './record-rows.js';
import type { SideEffect } from './side-effects.js';
import type { Site } from './site.js';
import type { Reading } from './vitals.js';

export interface SessionRoute {
  readonly agent: 'ketamine' | 'esketamine';
  readonly route: 'iv' | 'im' | 'sc' | 'sublingual' | 'oral' | 'intranasal';
  readonly infusionMinutes: number | null;
}

/** A session as it is booked. */
export interface BookedSession {
  readonly courseId: string;
  readonly phase: Phase;
  readonly day: number;
  readonly plannedAt: Date;
  readonly bookedAt: Date;
  readonly bookedBy: string;
  readonly treatment: SessionRoute;
  readonly order: Order;
}

/** What became of it, when a dose was given. */
export interface GivenSession {
  readonly state: 'given' | 'stopped-early';
  readonly stateReason: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly givenMg: number;
  readonly weight: Weight | null;
  readonly routeDetails: Readonly<Record<string, unknown>>;
  readonly concomitant: Readonly<Record<string, boolean | string | null>>;
  readonly doseReason: string | null;
  readonly pressureReason: string | null;
  readonly asked: 'none' | 'some' | 'not-asked';
  readonly note: string | null;
  readonly signedBy: string;
  readonly signedAt: Date;
  readonly readings: readonly Reading[];
  readonly sideEffects: readonly SideEffect[];
}

/** The head of a session; `currentN` is how many versions it will have. */
export function addSession(
  site: Site,
  patient: DemoPatient,
  session: BookedSession,
  currentN: number,
): string {
  const sessionId = patient.random.uuid(session.bookedAt);
  site.rows.add('session', {
    clinic_id: site.clinicId,
    id: sessionId,
    patient_id: patient.id,
    course_id: session.courseId,
    current_n: currentN,
    created_at: session.bookedAt,
  });
  return sessionId;
}

export function addBooking(
  site: Site,
  patient: DemoPatient,
  sessionId: string,
  session: BookedSession,
): void {
  site.rows.add(
    'session_revision',
    bookedRow(site, patient, sessionId, session, 'planned', null, {
      n: 1,
      status: 'current',
      reason: null,
      recorded_by: session.bookedBy,
      recorded_at: session.bookedAt,
    }),
  );
}

/** Cancelled, or nobody came: the second version of a booking. */
export function addNotHeld(
  site: Site,
  patient: DemoPatient,
  sessionId: string,
  session: BookedSession,
  outcome: {
    readonly state: 'cancelled' | 'no-show';
    readonly reason: string;
    readonly at: Date;
    readonly by: string;
  },
): void {
  site.rows.add(
    'session_revision',
    bookedRow(site, patient, sessionId, session, outcome.state, outcome.reason, {
      n: 2,
      status: 'current',
      reason: outcome.reason,
      recorded_by: outcome.by,
      recorded_at: outcome.at,
    }),
  );
}

/** A signed version with its readings and side effects. */
export function addGiven(
  site: Site,
  patient: DemoPatient,
  sessionId: string,
  session: BookedSession,
  given: GivenSession,
  revision: Revision,
  linkedSessionId: string | null = null,
): void {
  const { clinicId, rows, calendar } = site;
  const { weight } = given;
  rows.add('session_revision', {
    ...bookedRow(site, patient, sessionId, session, given.state, given.stateReason, revision),
    started_at: given.startedAt,
    ended_at: given.endedAt,
    ordered_mg: orderedInMg(session.order, weight),
    given_mg: given.givenMg,
    weight_kg: weight?.kg ?? null,
    weight_entered: weight?.entered ?? null,
    weight_unit: weight?.unit ?? null,
    weight_on: weight === null ? null : calendar.date(weight.day),
    route_details: new Jsonb(given.routeDetails),
    concomitant: new Jsonb(given.concomitant),
    dose_reason: given.doseReason,
    pressure_reason: given.pressureReason,
    side_effects_asked: given.asked,
    note: given.note,
    signed_by: given.signedBy,
    signed_at: given.signedAt,
    linked_session_id: linkedSessionId,
  });
  // Written out: these are most of the rows, and spreading objects takes ten times as long.
  for (const [index, reading] of given.readings.entries()) {
    rows.add('reading', {
      clinic_id: clinicId,
      session_id: sessionId,
      n: revision.n,
      position: index + 1,
      patient_id: patient.id,
      kind: reading.kind,
      moment: reading.moment,
      at: reading.at,
      minute: reading.minute,
      value: reading.value,
      diastolic: reading.diastolic,
    });
  }
  for (const [index, sideEffect] of given.sideEffects.entries()) {
    rows.add('side_effect', {
      clinic_id: clinicId,
      session_id: sessionId,
      n: revision.n,
      position: index + 1,
      patient_id: patient.id,
      ...sideEffect,
    });
  }
}

/** An order per kg becomes one in mg with the weight of the day; both are kept. */
function orderedInMg({ mg, perKg }: Order, weight: Weight | null): number | null {
  return perKg === null || weight === null ? mg : orderedMilligrams(perKg, weight.kg);
}

/** When the team has written it up: some minutes after the patient left. */
export function signedAfter(patient: DemoPatient, endedAt: Date): Date {
  return minutesLater(endedAt, patient.random.whole(3, 50));
}

function bookedRow(
  { clinicId, calendar }: Site,
  patient: DemoPatient,
  sessionId: string,
  session: BookedSession,
  state: SessionState,
  stateReason: string | null,
  revision: Revision,
): SessionRevisionRow {
  const { treatment, order } = session;
  return {
    clinic_id: clinicId,
    session_id: sessionId,
    patient_id: patient.id,
    ...revision,
    state,
    state_reason: stateReason,
    phase: session.phase,
    planned_at: session.plannedAt,
    on_date: calendar.date(session.day),
    started_at: null,
    ended_at: null,
    agent: treatment.agent,
    route: treatment.route,
    ordered_mg: order.mg,
    ordered_mg_per_kg: order.perKg,
    given_mg: null,
    weight_kg: null,
    weight_entered: null,
    weight_unit: null,
    weight_on: null,
    infusion_minutes: treatment.infusionMinutes,
    route_details: new Jsonb({}),
    concomitant: new Jsonb({}),
    dose_reason: null,
    pressure_reason: null,
    side_effects_asked: 'not-asked',
    note: null,
    signed_by: null,
    signed_at: null,
    linked_session_id: null,
  };
}
