import type { DemoCalendar } from './calendar.js';
import type { DemoClinic, StaffMember } from './clinics.js';
import type { DemoRows } from './demo-rows.js';
import type { Random } from './random.js';

export interface Colleague {
  readonly member: StaffMember;
  readonly accountId: string;
}

/** One clinic while its rows are made: who works there, its calendar, and the batch that takes the rows. */
export interface Site {
  readonly clinic: DemoClinic;
  readonly clinicId: string;
  readonly calendar: DemoCalendar;
  readonly random: Random;
  readonly staff: readonly Colleague[];
  readonly rows: DemoRows;
}

/** The account of a member of staff of this clinic. */
export function accountOf(site: Site, key: string): string {
  const colleague = site.staff.find(({ member }) => member.key === key);
  if (colleague === undefined) throw new RangeError(`Nobody of ${site.clinic.slug} is called ${key}.`);
  return colleague.accountId;
}

/** Someone active of that role by how many patients they take on. */
export function someoneOf(site: Site, random: Random, role: 'nurse' | 'clinician'): string {
  const candidates = site.staff.filter(
    ({ member }) => member.roles.includes(role) && member.state === undefined,
  );
  return random.weighted(candidates.map(({ member, accountId }) => [accountId, member.share ?? 1] as const));
}
