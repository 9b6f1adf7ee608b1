import { minutesLater } from './calendar.js';
import type { DemoPatient } from './patient.js';
import type { GivenSession } from './sessions.js';
import type { Site } from './site.js';

const later = [
  { code: 'headache', from: 180, to: 420 },
  { code: 'lethargy', from: 240, to: 900 },
  { code: 'nausea', from: 15, to: 90 },
  { code: 'insomnia', from: 480, to: 600 },
] as const;

/** What some patients note on their own pages in the evening after a session. */
export function reportAtHome(site: Site, patient: DemoPatient, sessionId: string, given: GivenSession): void {
  const { random, accountId } = patient;
  const reportedAt = minutesLater(given.endedAt, random.whole(120, 420));
  if (accountId === null || !random.chance(0.12) || reportedAt > site.calendar.now) return;
  const { code, from, to } = random.pick(later);
  const known = given.sideEffects.find((effect) => effect.code === code);
  site.rows.add('side_effect_report', {
    clinic_id: site.clinicId,
    id: random.uuid(reportedAt),
    session_id: sessionId,
    patient_id: patient.id,
    code,
    severity: known?.severity ?? random.whole(1, 2),
    onset_minutes: known?.onset_minutes ?? random.whole(from, to),
    duration_minutes: known?.duration_minutes ?? 15 * random.whole(2, 16),
    note: random.chance(0.25)
      ? random.pick(['Gone after a nap.', 'Drank water, better by evening.', 'Not as bad as last time.'])
      : null,
    reported_by: accountId,
    reported_at: reportedAt,
    withdrawn_at: null,
  });
}
