import type { Role, StaffRole } from '@courseline/contracts';

export const roleWords: Readonly<Record<Role, string>> = {
  nurse: 'Nurse',
  clinician: 'Clinician',
  director: 'Director',
  administrator: 'Administrator',
  patient: 'Patient',
};

/** What a role may do, in a line. */
export const roleHints: Readonly<Record<StaffRole, string>> = {
  nurse: 'Enters sessions, readings and questionnaires of the patients in their care. Does not sign.',
  clinician: 'As a nurse, and signs, amends, plans courses and answers risk alerts.',
  director: 'Reads every patient and all outcomes of the clinic; imports and exports.',
  administrator: 'Invites staff and changes settings. Sees no scores.',
};

/** "Clinician, director": as part of a line. */
export function rolesLine(roles: readonly Role[]): string {
  return roles
    .map((role, index) => (index === 0 ? roleWords[role] : roleWords[role].toLowerCase()))
    .join(', ');
}
