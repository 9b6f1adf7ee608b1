import { clinicHistory } from './clinic-history.js';
import { openClinic, type Accounts } from './clinic-rows.js';
import { demoClinics } from './clinics.js';
import { DemoRows } from './demo-rows.js';
import { Addresses } from './new-patient.js';
import { Random } from './random.js';

export const DEMO_SEED = 'courseline-2026';

export interface DemoOptions {
  /** The moment the data are loaded: every date is counted back or forth from it. */
  readonly now: Date;
  /** One hash for all demo accounts. */
  readonly passwordHash: string;
  readonly seed?: string;
  /** So many times the patients and courses, for benchmarks. */
  readonly scale?: number;
}

/**
 * The demo clinics as rows, batch by batch, the same for the same options: whole patients in each batch, what
 * they depend on before them, so that memory does not grow with the scale.
 */
export function* demoData(options: DemoOptions): Generator<DemoRows> {
  const { now, passwordHash, seed = DEMO_SEED, scale = 1 } = options;
  const random = new Random(seed);
  const accounts: Accounts = { byKey: new Map(), passwordHash };
  const addresses = new Addresses();
  const opening = new DemoRows();
  const sites = demoClinics.map((clinic) =>
    openClinic(random.fork(clinic.slug), opening, clinic, now, accounts),
  );
  yield opening;
  for (const site of sites) yield* clinicHistory(site, { addresses, passwordHash, scale });
}
