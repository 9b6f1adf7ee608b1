import { newId } from '../../src/database/ids.js';
import type { SignedIn, TestApp } from '../test-app.js';
import type { TestClinic } from './a-clinic.js';

export interface TestPatient {
  readonly id: string;
  readonly mrn: string;
}

export interface PatientWishes {
  readonly mrn?: string;
  readonly familyName?: string;
  readonly givenName?: string;
  readonly birthDate?: string | null;
  /** Who treats the patient, and so may see them; the first registered them. */
  readonly team: readonly [Pick<SignedIn, 'accountId'>, ...Pick<SignedIn, 'accountId'>[]];
}

/** A patient with a care team. */
export async function aPatient(
  app: TestApp,
  clinic: TestClinic,
  wishes: PatientWishes,
): Promise<TestPatient> {
  const id = newId();
  const now = app.clock.now();
  const [registrar] = wishes.team;
  const { mrn = `MRN-${id}`, familyName = 'Rivera', givenName = 'Ana', birthDate = '1984-05-17' } = wishes;
  await app.sql(
    `with head as (
       insert into patient (clinic_id, id, mrn, current_n, created_by, created_at) values ($1, $2, $3, 1, $4, $5))
     insert into patient_revision (clinic_id, patient_id, n, status, recorded_by, recorded_at, mrn, family_name, given_name,
       birth_date, sex, indications) values ($1, $2, 1, 'current', $4, $5, $3, $6, $7, $8, 'female', '{major-depression}')`,
    [clinic.id, id, mrn, registrar.accountId, now, familyName, givenName, birthDate],
  );
  for (const { accountId } of wishes.team) {
    await app.sql(
      `insert into care_team (clinic_id, id, patient_id, account_id, added_by, added_at) values ($1, $2, $3, $4, $5, $6)`,
      [clinic.id, newId(), id, accountId, registrar.accountId, now],
    );
  }
  return { id, mrn };
}
