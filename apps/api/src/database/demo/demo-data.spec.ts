import { demoTables } from './demo-rows.js';
import { DEMO_SEED, demoData } from './demo-data.js';
import { currentCourses, demoSample } from '../../../test/demo-sample.js';

const NOW = '2026-11-17T16:00:00Z';
const rows = demoSample(NOW);

describe('the demo clinics', () => {
  it('are the same for the same seed and moment, and others for another seed', () => {
    // The second batch: patients with all that belongs to them. As text, since comparing objects takes long.
    const secondBatch = (seed: string): string => {
      const [, batch] = demoData({ now: new Date(NOW), passwordHash: 'not-a-hash', seed });
      return JSON.stringify(demoTables.map((table) => batch!.of(table)));
    };
    const first = secondBatch(DEMO_SEED);
    expect(first.length).toBeGreaterThan(1_000_000);
    expect(secondBatch(DEMO_SEED) === first).toBe(true);
    expect(secondBatch('another') === first).toBe(false);
  });

  it('are three, with about 600 patients and 700 courses of every kind', () => {
    expect(rows.of('clinic').map(({ slug, time_zone }) => [slug, time_zone])).toEqual([
      ['harbor-clinic', 'America/New_York'],
      ['juniper-ridge', 'America/Denver'],
      ['larkfield-house', 'Europe/London'],
    ]);
    expect(rows.of('patient').length).toBeGreaterThan(590);
    expect(rows.of('patient').length).toBeLessThan(640);
    const courses = currentCourses(rows);
    expect(courses.length).toBeGreaterThan(670);
    expect(courses.length).toBeLessThan(730);
    expect(new Set(courses.map(({ agent, route }) => `${agent} ${route}`))).toEqual(
      new Set([
        'ketamine iv',
        'ketamine im',
        'ketamine sc',
        'ketamine sublingual',
        'ketamine oral',
        'esketamine intranasal',
        'ssri oral',
      ]),
    );
  });

  it('end courses for many reasons and leave some running', () => {
    const reasons = new Set(currentCourses(rows).map(({ end_reason }) => end_reason));
    for (const reason of [
      null,
      'completed',
      'no-benefit',
      'side-effects',
      'lost-to-follow-up',
      'cost',
    ] as const) {
      expect(reasons).toContain(reason);
    }
    const comparators = currentCourses(rows).filter(({ agent }) => agent === 'ssri');
    expect(
      comparators.filter((course) => course.declared_day_zero === null || course.agent_name === null),
    ).toEqual([]);
  });

  it('multiply with the scale and keep numbers and addresses apart', () => {
    const twice = demoSample(NOW, { scale: 2 });
    expect(twice.of('patient').length - rows.of('patient').length).toBe(600);
    const mrns = twice.of('patient').map(({ clinic_id, mrn }) => `${clinic_id} ${mrn}`);
    expect(new Set(mrns).size).toBe(mrns.length);
    const emails = twice.of('account').map(({ email }) => email);
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails.filter((email) => email !== email.toLowerCase() || !email.endsWith('.example'))).toEqual(
      [],
    );
  });

  it('have staff of every role, two directors each, and one person who directs two clinics', () => {
    for (const { id } of rows.of('clinic')) {
      const active = rows.of('membership').filter(({ state }) => state === 'active');
      const having = (role: string): number =>
        active.filter(({ clinic_id, roles }) => clinic_id === id && roles.includes(role)).length;
      expect([having('director'), having('administrator')]).toEqual([2, 1]);
      expect(having('clinician')).toBeGreaterThanOrEqual(3);
      expect(having('nurse')).toBeGreaterThanOrEqual(3);
    }
    const haddad = rows.of('account').find(({ email }) => email === 'haddad@harbor.example')!;
    const places = rows.of('membership').filter(({ account_id }) => account_id === haddad.id);
    expect(places.map(({ roles }) => roles)).toEqual([['director'], ['director']]);
  });

  it('hold names of many scripts, long ones and single ones', () => {
    const names = rows.of('patient_revision').map((each) => `${each.given_name}|${each.family_name}`);
    expect(names.some((name) => /\p{Script=Han}/u.test(name))).toBe(true);
    const scripts = /\p{Script=Arabic}|\p{Script=Cyrillic}|\p{Script=Hangul}|\p{Script=Devanagari}/u;
    expect(names.some((name) => scripts.test(name))).toBe(true);
    expect(names.some((name) => name.startsWith('|'))).toBe(true);
    expect(names.some((name) => name.length > 28)).toBe(true);
  });

  it('put wrong entries right by versions that stay', () => {
    const moved = rows.of('session_revision').filter(({ linked_session_id }) => linked_session_id !== null);
    expect(moved.map(({ status }) => status).toSorted()).toEqual(['belongs-to-another-patient', 'current']);
    expect(moved[0]!.linked_session_id).toBe(moved[1]!.session_id);
    expect(moved[1]!.linked_session_id).toBe(moved[0]!.session_id);
    expect(moved[0]!.patient_id).not.toBe(moved[1]!.patient_id);
    const later = rows.of('assessment_revision').filter(({ n }) => n === 2);
    expect(later.map(({ status }) => status).toSorted()).toEqual([
      'belongs-to-another-patient',
      'current',
      'entered-in-error',
    ]);
    expect(later.filter(({ reason }) => reason === null)).toEqual([]);
  });
});
