import type { ConsentScope } from '@courseline/contracts';
import { z } from 'zod';
import type { Sql } from '../database/sql.js';

const row = z.object({ asked: z.boolean(), given: z.boolean() });

/** Whether something that needs an agreement may be done. `not-needed`: the clinic has no text for it. */
export type ConsentCheck = 'not-needed' | 'given' | 'missing';

/**
 * Where a patient's agreement stands, for whoever acts on it: a request, or a job in its clinic's turn. Everything
 * but a running signature is `missing`: none yet, one to a text that no longer counts, or one withdrawn.
 */
export async function checkConsent(
  sql: Sql,
  { clinicId, patientId, scope }: { clinicId: string; patientId: string; scope: ConsentScope },
): Promise<ConsentCheck> {
  const found = await sql.find(
    row,
    `select exists (select from consent_text where clinic_id = $1 and scope = $3) as asked,
            exists (select from consent_state where clinic_id = $1 and patient_id = $2 and scope = $3 and state = 'given') as given`,
    [clinicId, patientId, scope],
  );
  if (found?.given === true) return 'given';
  return found?.asked === false ? 'not-needed' : 'missing';
}

/**
 * Whether a patient agreed, for what is never done without: an export for research. Unlike a letter, this needs a
 * running signature even where the clinic has not written a text yet.
 */
export async function hasConsent(
  sql: Sql,
  asked: { clinicId: string; patientId: string; scope: ConsentScope },
): Promise<boolean> {
  return (await checkConsent(sql, asked)) === 'given';
}

const patientRow = z.object({ patient_id: z.string() });

/** The patients whose agreement holds: the only ones an export for research may hold. */
export async function listConsenting(
  sql: Sql,
  { clinicId, scope }: { clinicId: string; scope: ConsentScope },
): Promise<string[]> {
  const rows = await sql.query(
    patientRow,
    `select s.patient_id from consent_state s join current_patient p on p.clinic_id = s.clinic_id and p.id = s.patient_id
      where s.clinic_id = $1 and s.scope = $2 and s.state = 'given' order by s.patient_id`,
    [clinicId, scope],
  );
  return rows.map(({ patient_id: patientId }) => patientId);
}
