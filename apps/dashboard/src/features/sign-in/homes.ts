import type { Role } from '@courseline/contracts';

const homes: readonly (readonly [Role, string])[] = [
  ['nurse', 'caseload'],
  ['clinician', 'caseload'],
  ['director', 'outcomes'],
  ['administrator', 'staff'],
  ['patient', 'me'],
];

/** Where a person with these roles starts in a clinic: who treats starts with the patients. */
export function homeOf(clinic: string, roles: readonly Role[]): string {
  const home = homes.find(([role]) => roles.includes(role));
  return `/c/${clinic}/${home?.[1] ?? 'settings'}`;
}
