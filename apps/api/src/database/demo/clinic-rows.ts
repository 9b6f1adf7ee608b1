import { Jsonb } from './copy-text.js';
import { DemoCalendar } from './calendar.js';
import type { DemoClinic } from './clinics.js';
import type { DemoRows } from './demo-rows.js';
import type { Random } from './random.js';
import type { Colleague, Site } from './site.js';

/** Two years of treatment lie before today, and some months of setting up. */
export const HISTORY_DAYS = 730;
/** Whoever is no longer with a clinic left it on this day. */
export const STAFF_LEFT_DAY = -190;
const OPENED_DAY = -(HISTORY_DAYS + 45);

export interface Accounts {
  /** By the key of a member of staff: one account for all clinics. */
  readonly byKey: Map<string, string>;
  readonly passwordHash: string;
}

/** A clinic with its staff, ready for patients. */
export function openClinic(
  random: Random,
  rows: DemoRows,
  clinic: DemoClinic,
  now: Date,
  accounts: Accounts,
): Site {
  const calendar = new DemoCalendar(clinic.timeZone, now);
  const openedAt = calendar.at(OPENED_DAY, 9 * 60);
  const clinicId = random.uuid(openedAt);
  rows.add('clinic', {
    id: clinicId,
    slug: clinic.slug,
    name: clinic.name,
    time_zone: clinic.timeZone,
    locale: clinic.locale,
    weight_unit: clinic.weightUnit,
    phone: clinic.phone,
    opening_hours: clinic.openingHours,
    crisis_lines: new Jsonb(clinic.crisisLines),
    open_to_clinicians: false,
    version: 1,
    created_at: openedAt,
  });
  rows.add('clinic_version', { clinic_id: clinicId, version: 1 });
  const staff = clinic.staff.map((member): Colleague => {
    const joinedAt = calendar.at(OPENED_DAY, 10 * 60 + random.whole(0, 300));
    const known = accounts.byKey.get(member.key);
    const accountId = known ?? random.uuid(joinedAt);
    accounts.byKey.set(member.key, accountId);
    const isInvited = member.state === 'invited';
    if (known === undefined) {
      rows.add('account', {
        id: accountId,
        email: member.email,
        name: member.name,
        password_hash: isInvited ? null : accounts.passwordHash,
        password_changed_at: isInvited ? null : joinedAt,
        disabled_at: null,
        created_at: joinedAt,
      });
    }
    const changedDay = isInvited ? -2 : STAFF_LEFT_DAY;
    rows.add('membership', {
      clinic_id: clinicId,
      account_id: accountId,
      roles: member.roles,
      state: member.state ?? 'active',
      patient_id: null,
      version: member.state === 'left' ? 2 : 1,
      changed_at: member.state === undefined ? joinedAt : calendar.at(changedDay, 11 * 60 + 5),
      changed_by: null,
    });
    rows.add('member_name', { clinic_id: clinicId, account_id: accountId, name: member.name });
    return { member, accountId };
  });
  return { clinic, clinicId, calendar, random, staff, rows };
}
