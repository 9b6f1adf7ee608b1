import { Injectable } from '@nestjs/common';
import { roles, type Me } from '@courseline/contracts';
import { z } from 'zod';
import { reaches, signInLimits } from '../access/sign-in-limits.js';
import type { Sql } from '../database/sql.js';
import { DomainError } from '../http/domain-error.js';

const signInRow = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  reach: z.enum(reaches),
  clinic_id: z.string().nullable(),
  created_at: z.date(),
});

const membershipRow = z.object({
  clinic_id: z.string(),
  slug: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  patient_id: z.string().nullable(),
});

/** Who a sign-in is, and what the person is where. */
@Injectable()
export class OwnAccount {
  async get(sql: Sql, signInId: string): Promise<Me> {
    const signIn = await sql.find(
      signInRow,
      `select a.id, a.email, a.name, s.reach, s.clinic_id, s.created_at from sign_in s join account a on a.id = s.account_id where s.id = $1`,
      [signInId],
    );
    if (signIn === null) throw new DomainError('not-signed-in');
    const memberships = await sql.query(
      membershipRow,
      `select m.clinic_id, c.slug, c.name, m.roles, m.patient_id from membership m join clinic c on c.id = m.clinic_id
       where m.account_id = $1 and m.state = 'active' and ($2::uuid is null or m.clinic_id = $2) order by c.name, c.slug`,
      [signIn.id, signIn.clinic_id],
    );
    const { idle, absolute } = signInLimits[signIn.reach];
    return {
      accountId: signIn.id,
      email: signIn.email,
      name: signIn.name,
      clinics: memberships.map((membership) => ({
        clinicId: membership.clinic_id,
        slug: membership.slug,
        name: membership.name,
        roles: membership.roles,
        patientId: membership.patient_id,
      })),
      byCheckIn: signIn.reach === 'check-in',
      idleMinutes: idle / 60_000,
      endsAt: new Date(signIn.created_at.getTime() + absolute).toISOString(),
    };
  }
}
