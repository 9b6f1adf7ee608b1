import { minutesLater } from './calendar.js';
import type { AnswerProfile } from './answers.js';
import type { Person } from './people.js';
import type { PriorTreatment } from './prior-treatments.js';
import type { Random } from './random.js';
import type { PatientRevisionRow } from './record-rows.js';
import type { Site } from './site.js';

/** A patient of one clinic, and what stays the same about the person from visit to visit. */
export interface DemoPatient {
  readonly id: string;
  readonly mrn: string;
  readonly person: Person;
  /** Null without access to their own pages. */
  readonly accountId: string | null;
  readonly registeredAt: Date;
  readonly clinicianId: string;
  readonly nurseId: string;
  readonly profile: AnswerProfile;
  readonly weightKg: number;
  readonly systolic: number;
  readonly diastolic: number;
  readonly pulse: number;
  /** mmHg that this person's pressure rises more or less than others' under a dose. */
  readonly pressureReactivity: number;
  readonly random: Random;
}

/** The rows of a patient's registration: record, own access, care team and treatments tried. */
export function addPatient(
  site: Site,
  patient: DemoPatient,
  access: { readonly email: string; readonly passwordHash: string } | null,
  priorTreatments: readonly PriorTreatment[],
): void {
  const { clinicId, rows } = site;
  const { id, mrn, person, accountId, registeredAt, clinicianId } = patient;
  const newPhone = newPhoneOf(site, patient);
  rows.add('patient', {
    clinic_id: clinicId,
    id,
    mrn,
    current_n: newPhone === null ? 1 : 2,
    created_by: clinicianId,
    created_at: registeredAt,
  });
  const registered: PatientRevisionRow = {
    clinic_id: clinicId,
    patient_id: id,
    n: 1,
    status: 'current',
    reason: null,
    recorded_by: clinicianId,
    recorded_at: registeredAt,
    mrn,
    family_name: person.familyName,
    given_name: person.givenName,
    birth_date: person.birthDate,
    sex: person.sex,
    phone: person.phone,
    email: access?.email ?? null,
    indications: person.indications,
    allergies: person.allergies,
    contraindications: person.contraindications,
  };
  rows.add('patient_revision', registered);
  if (newPhone !== null)
    rows.add('patient_revision', { ...registered, ...newPhone, n: 2, reason: 'New phone number' });
  if (accountId !== null && access !== null) addAccess(site, patient, accountId, access);
  addToCareTeam(site, patient, clinicianId);
  addToCareTeam(site, patient, patient.nurseId);
  for (const treatment of priorTreatments) addPriorTreatment(site, patient, treatment);
}

/** Some people change their number while they are treated. */
function newPhoneOf(
  { calendar, clinic }: Site,
  { random, registeredAt, nurseId }: DemoPatient,
): Pick<PatientRevisionRow, 'phone' | 'recorded_by' | 'recorded_at'> | null {
  const change = random.fork('new phone');
  const at = minutesLater(registeredAt, change.whole(20, 400) * 24 * 60);
  if (!change.chance(0.05) || at > calendar.now) return null;
  return { phone: clinic.patientPhone(change.whole(0, 99)), recorded_by: nurseId, recorded_at: at };
}

function addAccess(
  { clinicId, rows }: Site,
  { id, person, registeredAt, clinicianId }: DemoPatient,
  accountId: string,
  { email, passwordHash }: { readonly email: string; readonly passwordHash: string },
): void {
  const name = `${person.givenName} ${person.familyName}`.trim();
  const invitedAt = minutesLater(registeredAt, 12);
  rows.add('account', {
    id: accountId,
    email,
    name,
    password_hash: passwordHash,
    password_changed_at: invitedAt,
    disabled_at: null,
    created_at: invitedAt,
  });
  rows.add('membership', {
    clinic_id: clinicId,
    account_id: accountId,
    roles: ['patient'],
    state: 'active',
    patient_id: id,
    version: 1,
    changed_at: invitedAt,
    changed_by: clinicianId,
  });
  rows.add('member_name', { clinic_id: clinicId, account_id: accountId, name });
}

export function addToCareTeam(
  { clinicId, rows }: Site,
  { id, registeredAt, clinicianId, random }: DemoPatient,
  memberId: string,
  ended: { readonly at: Date; readonly by: string; readonly reason: string } | null = null,
): void {
  rows.add('care_team', {
    clinic_id: clinicId,
    id: random.uuid(registeredAt),
    patient_id: id,
    account_id: memberId,
    added_by: clinicianId,
    added_at: registeredAt,
    ended_by: ended?.by ?? null,
    ended_at: ended?.at ?? null,
    end_reason: ended?.reason ?? null,
  });
}

function addPriorTreatment(
  { clinicId, rows }: Site,
  { id, registeredAt, clinicianId, random }: DemoPatient,
  treatment: PriorTreatment,
): void {
  const recordedAt = minutesLater(registeredAt, 25);
  const priorTreatmentId = random.uuid(recordedAt);
  rows.add('prior_treatment', {
    clinic_id: clinicId,
    id: priorTreatmentId,
    patient_id: id,
    current_n: 1,
    created_at: recordedAt,
  });
  rows.add('prior_treatment_revision', {
    clinic_id: clinicId,
    prior_treatment_id: priorTreatmentId,
    patient_id: id,
    n: 1,
    status: 'current',
    reason: null,
    recorded_by: clinicianId,
    recorded_at: recordedAt,
    ...treatment,
  });
}
