import type { SignedIn, TestApp } from '../test-app.js';
import type { TestClinic } from './a-clinic.js';
import type { TestPatient } from './a-patient.js';

export interface TestText {
  /** Records that the patient signed it on paper. */
  readonly agreedBy: (patient: Pick<TestPatient, 'id'>) => Promise<void>;
}

/** The clinic asks its patients whether they may be written to. */
export async function aMessagesText(
  app: TestApp,
  clinic: TestClinic,
  by: Pick<SignedIn, 'accountId'>,
): Promise<TestText> {
  const now = app.clock.now();
  await app.sql(
    `insert into consent_text (clinic_id, scope, n, title, body, sha256, asks_again, recorded_by, recorded_at)
     values ($1, 'messages', 1, 'Messages', 'We write to you.',
       encode(sha256(convert_to(E'Messages\\n\\nWe write to you.', 'UTF8')), 'hex'), true, $2, $3)`,
    [clinic.id, by.accountId, now],
  );
  return {
    agreedBy: async (patient) => {
      await app.sql(
        `insert into consent (clinic_id, patient_id, scope, n, kind, way, text_n, text_sha256, signed_name, signed_on, meaning,
           recorded_by, recorded_at) select $1, $2, 'messages', 1, 'signed', 'paper', 1, sha256, 'Ana Rivera', '2026-03-02',
           'Signed on paper.', $3, $4 from consent_text where clinic_id = $1 and scope = 'messages'`,
        [clinic.id, patient.id, by.accountId, now],
      );
    },
  };
}
