import type { Role } from '@courseline/contracts';

export interface Destination {
  /** Below `/c/:clinic/`. */
  readonly path: string;
  readonly label: string;
  readonly roles: readonly Role[];
  /** The keys that go there, and what the help says of them. */
  readonly keys?: { readonly keys: string; readonly does: string };
}

/** What stands in the bar, from left to right, and for whom. */
const destinations: readonly Destination[] = [
  {
    path: 'caseload',
    label: 'Caseload',
    roles: ['nurse', 'clinician', 'director'],
    keys: { keys: 'g c', does: 'Open the caseload' },
  },
  {
    path: 'outcomes',
    label: 'Outcomes',
    roles: ['director'],
    keys: { keys: 'g o', does: 'Open the outcomes' },
  },
  { path: 'imports', label: 'Import', roles: ['director'] },
  { path: 'staff', label: 'Staff', roles: ['administrator', 'director'] },
  { path: 'settings', label: 'Settings', roles: ['administrator', 'director'] },
];

export function destinationsFor(roles: readonly Role[]): readonly Destination[] {
  return destinations.filter((destination) => destination.roles.some((role) => roles.includes(role)));
}
