import { demoClinics, demoPassphrase } from './clinics.js';

/** One way to sign in to the demo, as it is printed and as it is kept beside the data. */
export interface DemoSignIn {
  readonly clinic: string;
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Whom to try the product as: every role of the first clinic, one who directs two, and one of another country. */
const shown = ['brandt', 'okafor', 'marsh', 'leary', 'haddad', 'ferncastle'] as const;

export function demoSignIns(): readonly DemoSignIn[] {
  const staff = demoClinics.flatMap((clinic) => clinic.staff.map((member) => ({ clinic, member })));
  const ofStaff = shown.flatMap((key): DemoSignIn[] => {
    const places = staff.filter(({ member }) => member.key === key);
    const [first] = places;
    if (first === undefined) return [];
    const { name, email, roles } = first.member;
    const clinic = places.map((place) => place.clinic.name).join(', ');
    return [{ clinic, role: roles.join(', '), name, email, password: demoPassphrase }];
  });
  return [
    ...ofStaff,
    {
      clinic: 'Harbor Clinic',
      role: 'patient',
      name: 'Ana Rivera',
      email: 'ana.rivera@mail.example',
      password: demoPassphrase,
    },
  ];
}

/** The sign-ins as a table for a terminal; the passphrase is one for all. */
export function signInTable(signIns: readonly DemoSignIn[]): string {
  const rows = [
    ['role', 'name', 'e-mail', 'clinic'],
    ...signIns.map(({ role, name, email, clinic }) => [role, name, email, clinic]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('   ')
      .trimEnd(),
  );
  return [...lines, `passphrase for all: ${demoPassphrase}`].map((line) => `  ${line}`).join('\n');
}
