import { roles } from '@courseline/contracts';
import { z } from 'zod';

/** A person's membership of a clinic, with the name the clinic knows them by. */
export const memberRow = z.object({
  account_id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(roles)),
  state: z.enum(['invited', 'active', 'left']),
  patient_id: z.string().nullable(),
  version: z.int(),
  link_expires_at: z.date().nullable(),
});
export type Member = z.infer<typeof memberRow>;

/** Members of the clinic `$1`, as of the moment `$2`; the caller adds which. */
export const membersOfClinic = `
  select m.account_id, n.name, a.email, m.roles, m.state, m.patient_id, m.version,
    (select max(l.expires_at) from one_time_link l
      where l.account_id = m.account_id and l.used_at is null and l.expires_at > $2
        and (l.clinic_id = m.clinic_id or l.purpose = 'password-reset')) as link_expires_at
  from membership m
  join account a on a.id = m.account_id
  join member_name n on n.clinic_id = m.clinic_id and n.account_id = m.account_id
  where m.clinic_id = $1`;
