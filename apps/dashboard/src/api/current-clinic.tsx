import type { ClinicSettings, Role } from '@courseline/contracts';
import { createContext, useContext, type ReactNode } from 'react';

/** The clinic in the address, and who the signed-in person is there. */
export interface CurrentClinic {
  readonly slug: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly accountId: string;
  readonly personName: string;
  /** The person's own patient record, when they are a patient here. */
  readonly patientId: string | null;
  /** Came by a link to a check-in: only what is asked today is open. */
  readonly byCheckIn: boolean;
  readonly settings: ClinicSettings;
}

const Context = createContext<CurrentClinic | null>(null);

interface CurrentClinicProviderProps {
  readonly clinic: CurrentClinic;
  readonly children: ReactNode;
}

export function CurrentClinicProvider({ clinic, children }: CurrentClinicProviderProps) {
  return <Context value={clinic}>{children}</Context>;
}

export function useCurrentClinic(): CurrentClinic {
  const clinic = useContext(Context);
  if (clinic === null) throw new Error('useCurrentClinic is for pages below /c/:clinic.');
  return clinic;
}

/** Whether the person has any of these roles in the clinic. */
export function useHasRole(...roles: readonly Role[]): boolean {
  const clinic = useCurrentClinic();
  return roles.some((role) => clinic.roles.includes(role));
}
