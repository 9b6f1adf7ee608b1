import {
  concomitantSchema,
  crisisLineSchema,
  draftFieldSchema,
  routeDetailsSchema,
} from '@courseline/contracts';
import { doseRulesBroken, isPreDosePressureHigh } from '@courseline/treatment';
import { currentCourses, currentSessions, demoSample, isGiven } from '../../../test/demo-sample.js';

const rows = demoSample('2026-11-17T16:00:00Z');
const sessions = currentSessions(rows);
const given = sessions.filter(isGiven);

describe('sessions of the demo', () => {
  it('come in every state and phase, each with what that state needs', () => {
    expect(new Set(sessions.map(({ state }) => state))).toEqual(
      new Set(['planned', 'given', 'stopped-early', 'cancelled', 'no-show']),
    );
    expect(new Set(sessions.map(({ phase }) => phase))).toEqual(
      new Set(['induction', 'continuation', 'maintenance', 'booster']),
    );
    expect(sessions.filter((session) => isGiven(session) !== (session.signed_by !== null))).toEqual([]);
    expect(
      sessions.filter(({ state, state_reason }) => state === 'stopped-early' && state_reason === null),
    ).toEqual([]);
  });

  it('give doses that no rule asks to confirm, and esketamine by whole devices', () => {
    const broken = given.filter(({ state, agent, route, given_mg, weight_kg }) =>
      doseRulesBroken({ agent, route, mg: given_mg!, weightKg: weight_kg }).some(
        ({ level }) => state === 'given' && level !== 'warn',
      ),
    );
    expect(broken).toEqual([]);
    const devices = given.filter(({ agent }) => agent === 'esketamine').map(({ given_mg }) => given_mg);
    expect(new Set(devices)).toEqual(new Set([28, 56, 84]));
  });

  it('keep to the contracts in what they say beyond columns', () => {
    const unfit = given.filter(
      ({ route_details, concomitant }) =>
        !routeDetailsSchema.safeParse(route_details.value).success ||
        !concomitantSchema.safeParse(concomitant.value).success,
    );
    expect(unfit).toEqual([]);
    for (const { crisis_lines } of rows.of('clinic'))
      crisisLineSchema.array().min(1).parse(crisis_lines.value);
    expect(rows.of('session_draft').length).toBeGreaterThanOrEqual(4);
    for (const { body } of rows.of('session_draft')) {
      const { fields } = body.value as { fields: Record<string, { value: unknown }> };
      for (const [path, { value }] of Object.entries(fields)) draftFieldSchema(path)!.parse(value);
    }
  });

  it('say why a dose was given at a pressure above 140/90, and only then', () => {
    const high = rows
      .of('reading')
      .filter(({ kind, moment, value, diastolic }) => {
        return (
          kind === 'blood-pressure' && moment === 'before' && isPreDosePressureHigh(value, diastolic ?? 0)
        );
      })
      .map(({ session_id, n }) => `${session_id} ${n}`);
    const reasoned = rows
      .of('session_revision')
      .filter(({ pressure_reason }) => pressure_reason !== null)
      .map(({ session_id, n }) => `${session_id} ${n}`);
    expect(high.length).toBeGreaterThan(0);
    expect(reasoned.toSorted()).toEqual(high.toSorted());
  });

  it('lie within their course, and none is planned in one that has ended', () => {
    const courseOf = new Map(rows.of('session').map(({ id, course_id }) => [id, course_id]));
    const ends = new Map(currentCourses(rows).map(({ course_id, ended_on }) => [course_id, ended_on]));
    const beyond = sessions.filter(({ session_id, on_date, state }) => {
      const end = ends.get(courseOf.get(session_id)!) ?? null;
      return end !== null && (on_date > end || state === 'planned');
    });
    expect(beyond).toEqual([]);
  });

  it('follow each other: one session a day at most for each person', () => {
    const days = sessions
      .filter(({ state }) => state !== 'cancelled' && state !== 'no-show')
      .map(({ patient_id, on_date }) => `${patient_id} ${on_date}`);
    expect(days.length - new Set(days).size).toBe(0);
  });

  it('are weighed: two weights of one person a week apart differ little', () => {
    const last = new Map<string, number>();
    const jumps = given
      .filter(({ weight_kg }) => weight_kg !== null)
      .toSorted((a, b) => Number(a.started_at) - Number(b.started_at))
      .filter(({ patient_id, weight_kg }) => {
        const before = last.get(patient_id);
        last.set(patient_id, weight_kg!);
        return before !== undefined && Math.abs(weight_kg! / before - 1) > 0.1;
      });
    expect(jumps).toEqual([]);
  });
});
