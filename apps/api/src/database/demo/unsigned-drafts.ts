import { Jsonb } from './copy-text.js';
import { minutesLater } from './calendar.js';
import type { DemoPatient } from './patient.js';
import type { GivenSession } from './sessions.js';
import type { Site } from './site.js';
import type { Reading } from './vitals.js';

interface DraftField {
  readonly value: unknown;
  readonly by: string;
  readonly at: string;
}

const nameOfKind: Readonly<Record<Reading['kind'], string>> = {
  'blood-pressure': 'systolic',
  pulse: 'pulse',
  spo2: 'spo2',
  'respiratory-rate': 'respiratory-rate',
  sedation: 'sedation',
  dissociation: 'dissociation',
};

/** A session that the nurse entered and nobody has signed yet: its fields as the draft keeps them. */
export function addDraft(site: Site, patient: DemoPatient, sessionId: string, given: GivenSession): void {
  const { nurseId: by } = patient;
  const fields: Record<string, DraftField> = {};
  const enter = (path: string, value: unknown, at: Date): void => {
    fields[path] = { value, by, at: at.toISOString() };
  };
  const { weight, startedAt, endedAt } = given;
  for (const [path, value, at] of vitalsFields(given)) enter(path, value, at);
  if (weight !== null) {
    const on = site.calendar.date(weight.day);
    enter(
      'weight',
      { value: weight.entered, unit: weight.unit, on, confirmed: false },
      minutesLater(startedAt, -4),
    );
  }
  if (given.pressureReason !== null)
    enter('pressure-reason', given.pressureReason, minutesLater(startedAt, -3));
  enter('dose', { givenMg: given.givenMg, asOrdered: true }, startedAt);
  enter('started-at', startedAt.toISOString(), startedAt);
  enter('route-details', given.routeDetails, minutesLater(startedAt, 2));
  enter('concomitant', given.concomitant, minutesLater(startedAt, -6));
  enter('side-effects-asked', given.asked, minutesLater(endedAt, -5));
  for (const effect of given.sideEffects) {
    const entry = {
      severity: effect.severity,
      onsetMinutes: effect.onset_minutes,
      durationMinutes: effect.duration_minutes,
      ctcaeGrade: effect.ctcae_grade,
      serious: effect.serious,
      seriousCriterion: effect.serious_criterion,
      reporter: effect.reporter,
      note: effect.note,
    };
    enter(`side-effects/${effect.code}`, entry, minutesLater(endedAt, -4));
  }
  if (given.note !== null) enter('note', given.note, minutesLater(endedAt, -2));
  enter('ended-at', endedAt.toISOString(), endedAt);
  site.rows.add('session_draft', {
    clinic_id: site.clinicId,
    session_id: sessionId,
    patient_id: patient.id,
    version: Object.keys(fields).length,
    body: new Jsonb({ fields, assessmentIds: {} }),
    updated_by: by,
    updated_at: endedAt,
    closed_at: null,
    closed_as: null,
  });
}

function vitalsFields({ readings, startedAt }: GivenSession): readonly (readonly [string, unknown, Date])[] {
  const others = new Map<string, string>();
  return readings.flatMap((reading) => {
    const at = reading.at ?? startedAt;
    const time = at.toISOString();
    if (reading.moment === 'other' && !others.has(time)) others.set(time, `other-${others.size + 1}`);
    const row = `vitals/${reading.moment === 'other' ? (others.get(time) ?? 'other-1') : reading.moment}`;
    const field = nameOfKind[reading.kind];
    const found: (readonly [string, unknown, Date])[] = [
      [`${row}/at`, time, at],
      [`${row}/${field}`, reading.value, at],
    ];
    if (reading.diastolic !== null) found.push([`${row}/diastolic`, reading.diastolic, at]);
    return found;
  });
}
