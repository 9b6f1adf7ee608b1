import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { IdentityDatabase } from '../database/identity-database.js';
import type { Entry, HandOver } from './entry.js';
import { tokenHash } from './sign-in-cookie.js';

const row = z.object({
  id: z.string(),
  clinic_id: z.string(),
  patient_id: z.string(),
  session_id: z.string(),
  account_id: z.string(),
  sign_in_id: z.string(),
  instruments: z.array(z.string()),
  started_at: z.date(),
  expires_at: z.date(),
  slug: z.string(),
  name: z.string(),
  time_zone: z.string(),
  locale: z.string(),
  weight_unit: z.enum(['kg', 'lb']),
});

/** Who is behind a tablet that was handed over: the person who did it, with no more than the tablet may do. */
@Injectable()
export class HandOverEntries {
  constructor(private readonly identity: IdentityDatabase) {}

  /** Null when the tablet was taken back, or whoever handed it over may do nothing in the clinic any more. */
  async find(token: string, now: Date): Promise<(Entry & { readonly handOver: HandOver }) | null> {
    const found = await this.identity.find(
      row,
      `select h.id, h.clinic_id, h.patient_id, h.session_id, h.account_id, h.sign_in_id, h.instruments, h.started_at,
         h.expires_at, c.slug, c.name, c.time_zone, c.locale, c.weight_unit
       from hand_over h
       join account a on a.id = h.account_id and a.disabled_at is null
       join membership m on m.clinic_id = h.clinic_id and m.account_id = h.account_id and m.state = 'active'
       join clinic c on c.id = h.clinic_id
       where h.token_hash = $1 and h.ended_at is null`,
      [tokenHash(token)],
    );
    if (found === null) return null;
    return {
      account: { id: found.account_id, signInId: found.sign_in_id },
      principal: { accountId: found.account_id, clinicId: found.clinic_id, roles: [], patientId: null },
      clinic: {
        id: found.clinic_id,
        slug: found.slug,
        name: found.name,
        timeZone: found.time_zone,
        locale: found.locale,
        weightUnit: found.weight_unit,
      },
      handOver: {
        id: found.id,
        patientId: found.patient_id,
        sessionId: found.session_id,
        instruments: found.instruments,
        startedAt: found.started_at,
        expiresAt: found.expires_at,
        isLate: found.expires_at.getTime() <= now.getTime(),
      },
    };
  }
}
