import { newId } from '../../src/database/ids.js';
import type { TestApp } from '../test-app.js';

export interface TestClinic {
  readonly id: string;
  readonly slug: string;
  readonly timeZone: string;
  /** Where its routes begin: `/api/c/<slug>`. */
  readonly path: string;
}

export interface ClinicWishes {
  readonly name?: string;
  readonly timeZone?: string;
  readonly weightUnit?: 'kg' | 'lb';
  readonly openToClinicians?: boolean;
}

/** A clinic of its own for each test. */
export async function aClinic(app: TestApp, wishes: ClinicWishes = {}): Promise<TestClinic> {
  const id = newId();
  const slug = `clinic-${id}`;
  const {
    name = 'Harbour Clinic',
    timeZone = 'America/New_York',
    weightUnit = 'kg',
    openToClinicians = false,
  } = wishes;
  const line = { name: '988 Lifeline', phone: '988', textTo: '988', textWord: null, hours: 'Always' };
  await app.sql(
    `insert into clinic (id, slug, name, time_zone, locale, weight_unit, phone, opening_hours, crisis_lines,
       open_to_clinicians, version, created_at) values ($1, $2, $3, $4, 'en-US', $5, null, null, $6, $7, 1, $8)`,
    [id, slug, name, timeZone, weightUnit, JSON.stringify([line]), openToClinicians, app.clock.now()],
  );
  await app.sql(`insert into clinic_version (clinic_id, version) values ($1, 1)`, [id]);
  return { id, slug, timeZone, path: `/api/c/${slug}` };
}
