import { Injectable } from '@nestjs/common';
import { roles } from '@courseline/contracts';
import { z } from 'zod';
import { IdentityDatabase } from '../database/identity-database.js';
import type { Entry, SignedInAccount } from './entry.js';
import { tokenHash } from './sign-in-cookie.js';
import { activityGrain, isLive, reaches } from './sign-in-limits.js';

const row = z.object({
  sign_in_id: z.string(),
  account_id: z.string(),
  reach: z.enum(reaches),
  created_at: z.date(),
  last_active_at: z.date(),
  ended_at: z.date().nullable(),
  clinic_id: z.string().nullable(),
  slug: z.string().nullable(),
  name: z.string().nullable(),
  time_zone: z.string().nullable(),
  locale: z.string().nullable(),
  weight_unit: z.enum(['kg', 'lb']).nullable(),
  roles: z.array(z.enum(roles)).nullable(),
  patient_id: z.string().nullable(),
});
type Row = z.infer<typeof row>;

/** Who is behind a sign-in and what the person is in a clinic, read anew at each request: changes count at once. */
@Injectable()
export class Memberships {
  constructor(private readonly identity: IdentityDatabase) {}

  /** The entry of a live sign-in of an account that is not disabled, with the clinic where it is an active member. */
  async find(token: string, clinicSlug: string | null, now: Date): Promise<Entry | null> {
    return this.findWhere('s.token_hash', tokenHash(token), clinicSlug, now);
  }

  /** The same for a sign-in whose request goes on, such as a stream of events. */
  async findBySignIn(signInId: string, clinicSlug: string, now: Date): Promise<Entry | null> {
    return this.findWhere('s.id', signInId, clinicSlug, now);
  }

  private async findWhere(
    column: 's.token_hash' | 's.id',
    value: Buffer | string,
    clinicSlug: string | null,
    now: Date,
  ): Promise<Entry | null> {
    const found = await this.identity.find(
      row,
      `select s.id as sign_in_id, s.account_id, s.reach, s.created_at, s.last_active_at, s.ended_at,
         m.clinic_id, c.slug, c.name, c.time_zone, c.locale, c.weight_unit, m.roles, m.patient_id
       from sign_in s
       join account a on a.id = s.account_id and a.disabled_at is null
       left join clinic c on c.slug = $2 and (s.clinic_id is null or s.clinic_id = c.id)
       left join membership m on m.clinic_id = c.id and m.account_id = a.id and m.state = 'active'
         and (s.reach <> 'check-in' or m.roles = array['patient'])
       where ${column} = $1 and s.suspended_at is null`,
      [value, clinicSlug],
    );
    if (found === null) return null;
    const { reach, created_at: createdAt, last_active_at: lastActiveAt, ended_at: endedAt } = found;
    return isLive({ reach, createdAt, lastActiveAt, endedAt }, now) ? entryFrom(found) : null;
  }

  /** Says that the person did something. A sign-in that ended in the meantime stays ended. */
  async prolong(signInId: string, now: Date): Promise<void> {
    await this.identity.execute(
      `update sign_in set last_active_at = $2 where id = $1 and ended_at is null and last_active_at <= $3`,
      [signInId, now, new Date(now.getTime() - activityGrain)],
    );
  }
}

function entryFrom(found: Row): Entry {
  const account: SignedInAccount = {
    id: found.account_id,
    signInId: found.sign_in_id,
    ...(found.reach === 'check-in' ? { byCheckIn: true } : {}),
  };
  const {
    clinic_id: id,
    slug,
    name,
    time_zone: timeZone,
    locale,
    weight_unit: weightUnit,
    roles: held,
  } = found;
  // Whoever is no active member is told nothing of the clinic, not even that it is there.
  if (id === null || slug === null || name === null || timeZone === null)
    return { account, principal: null, clinic: null };
  if (locale === null || weightUnit === null || held === null)
    return { account, principal: null, clinic: null };
  return {
    account,
    clinic: { id, slug, name, timeZone, locale, weightUnit },
    principal: { accountId: account.id, clinicId: id, roles: held, patientId: found.patient_id },
  };
}
