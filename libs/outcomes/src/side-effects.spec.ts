import fc from 'fast-check';
import { groupSideEffects, type SideEffectReport, type SideEffectSession } from './side-effects.js';

function report(code: string, more: Partial<SideEffectReport> = {}): SideEffectReport {
  return { code, severity: 1, onsetMin: null, durationMin: null, ...more };
}

let made = 0;
function session(
  reports: readonly SideEffectReport[],
  more: Partial<SideEffectSession> = {},
): SideEffectSession {
  made += 1;
  const asked = reports.length === 0 ? 'none' : 'some';
  return { sessionId: `s${made}`, courseId: 'course 1', asked, reports, ...more };
}

function effect(sessions: readonly SideEffectSession[], code: string) {
  return groupSideEffects(sessions).effects.find((each) => each.code === code)!;
}

describe('groupSideEffects', () => {
  it('divides by the sessions asked, with none among them, not by all', () => {
    const sessions = [
      session([report('nausea')], { sessionId: 'a' }),
      session([], { sessionId: 'b' }),
      session([], { sessionId: 'c', asked: 'not-asked' }),
      session([report('headache')], { sessionId: 'd' }),
    ];
    const group = groupSideEffects(sessions);
    expect(group).toMatchObject({ sessions: 4, sessionsAsked: 3, sessionsNotAsked: 1 });
    expect(group.askedSessions).toEqual(['a', 'b', 'd']);
    expect(group.any).toMatchObject({ x: 2, n: 3 });
    expect(effect(sessions, 'nausea')).toMatchObject({ incidence: { x: 1, n: 3 }, sessions: ['a'] });
  });

  it('gives a Wilson interval', () => {
    const sessions = [...Array(28).keys()].map(() => session([])).concat(session([report('nausea')]));
    const { incidence } = effect(sessions, 'nausea');
    expect(incidence.lo).toBeCloseTo(0.0061, 4);
    expect(incidence.hi).toBeCloseTo(0.1718, 4);
  });

  it('counts a code once a session, whoever reported it, as bad as the worst report', () => {
    const both = session([
      report('nausea', { severity: 1, onsetMin: 10, durationMin: 30 }),
      report('nausea', { severity: 3, onsetMin: 10, durationMin: 20 }),
      report('nausea', { severity: null }),
    ]);
    expect(effect([both], 'nausea')).toMatchObject({
      incidence: { x: 1, n: 1 },
      severity: { mild: { x: 0 }, moderate: { x: 0 }, severe: { x: 1, n: 1 }, unknown: { x: 0 } },
      timeToResolution: { n: 1, medianMin: 40, unknown: 0 },
    });
  });

  it('takes severity 0 for an answer of no', () => {
    const sessions = [session([report('nausea', { severity: 0 })]), session([report('nausea')])];
    expect(effect(sessions, 'nausea').incidence).toMatchObject({ x: 1, n: 2 });
    expect(groupSideEffects(sessions).any).toMatchObject({ x: 1, n: 2 });
  });

  it('counts an effect of unknown severity, as unknown', () => {
    const sessions = [
      session([report('nausea', { severity: null })]),
      session([report('nausea', { severity: 2 })]),
    ];
    expect(effect(sessions, 'nausea')).toMatchObject({
      incidence: { x: 2, n: 2 },
      severity: { moderate: { x: 1, n: 2, p: 0.5 }, unknown: { x: 1, n: 2 } },
    });
  });

  it('counts what was reported although nobody asked apart, in no rate', () => {
    const sessions = [
      session([report('craving')], { asked: 'not-asked' }),
      session([report('nausea', { severity: 0 })], { asked: 'not-asked' }),
      session([]),
    ];
    expect(effect(sessions, 'craving')).toMatchObject({ incidence: { x: 0, n: 1 }, reportedUnasked: 1 });
    expect(effect(sessions, 'nausea').reportedUnasked).toBe(0);
    expect(groupSideEffects(sessions).any).toMatchObject({ x: 0, n: 1 });
  });

  it('counts courses once each, of the courses asked at least once', () => {
    const sessions = [
      session([report('nausea')], { courseId: 'b' }),
      session([report('nausea')], { courseId: 'b' }),
      session([report('nausea')], { courseId: 'a' }),
      session([], { courseId: 'c' }),
      session([], { courseId: 'd', asked: 'not-asked' }),
    ];
    expect(effect(sessions, 'nausea')).toMatchObject({ byCourse: { x: 2, n: 3 }, courses: ['a', 'b'] });
  });

  it('counts sessions in which someone called it serious', () => {
    const sessions = [
      session([report('vomiting', { serious: true }), report('vomiting', { serious: true })]),
      session([report('vomiting', { serious: true }), report('vomiting', { serious: false })]),
      session([report('vomiting', { serious: false })]),
      session([report('vomiting')]),
    ];
    expect(effect(sessions, 'vomiting').serious).toBe(2);
  });

  it.each([
    ['one', [20], 20],
    ['an odd number', [90, 20, 40], 40],
    ['an even number', [90, 20, 40, 60], 50],
  ])('gives the median time to resolution of %s', (_, ends, medianMin) => {
    const sessions = ends.map((end) => session([report('nausea', { onsetMin: 5, durationMin: end - 5 })]));
    expect(effect(sessions, 'nausea').timeToResolution).toEqual({ n: ends.length, medianMin, unknown: 0 });
  });

  it('keeps apart those whose end is not known', () => {
    const sessions = [
      session([report('nausea', { onsetMin: 5 })]),
      session([report('nausea', { durationMin: 5 })]),
      session([report('nausea', { onsetMin: 0, durationMin: 0 })]),
    ];
    expect(effect(sessions, 'nausea').timeToResolution).toEqual({ n: 1, medianMin: 0, unknown: 2 });
    expect(effect(sessions.slice(0, 1), 'nausea').timeToResolution).toEqual({
      n: 0,
      medianMin: null,
      unknown: 1,
    });
  });

  it('lists the most frequent first, then by code, and a code nobody had when asked for', () => {
    const sessions = [session([report('b'), report('c')]), session([report('a'), report('c')])];
    const group = groupSideEffects(sessions, ['laryngospasm', 'c']);
    expect(group.effects.map(({ code, incidence }) => [code, incidence.x])).toEqual([
      ['c', 2],
      ['a', 1],
      ['b', 1],
      ['laryngospasm', 0],
    ]);
  });

  it('has no rate of nothing', () => {
    expect(groupSideEffects([], ['nausea'])).toMatchObject({
      sessions: 0,
      any: { n: 0, p: null },
      effects: [{ incidence: { n: 0, p: null }, byCourse: { n: 0, p: null } }],
    });
  });

  it('does not depend on the order of sessions, and counts nothing twice', () => {
    const anyReport = fc.record({
      code: fc.constantFrom('nausea', 'headache', 'dissociation'),
      severity: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, null),
      onsetMin: fc.option(fc.integer({ min: 0, max: 120 })),
      durationMin: fc.option(fc.integer({ min: 0, max: 600 })),
    });
    const sessions = fc
      .array(
        fc.record({
          courseId: fc.constantFrom('a', 'b', 'c'),
          asked: fc.constantFrom('none' as const, 'some' as const, 'not-asked' as const),
          reports: fc.array(anyReport, { maxLength: 5 }),
        }),
        { maxLength: 10 },
      )
      .map((list) => list.map((each, index) => ({ ...each, sessionId: `session ${index}` })));
    fc.assert(
      fc.property(sessions, (list) => {
        const group = groupSideEffects(list);
        expect(groupSideEffects(list.toReversed())).toEqual(group);
        for (const { incidence, severity, sessions: ids } of group.effects) {
          const { mild, moderate, severe, unknown } = severity;
          expect(mild.x + moderate.x + severe.x + unknown.x).toBe(incidence.x);
          expect(new Set(ids).size).toBe(incidence.x);
          expect(group.any.x).toBeGreaterThanOrEqual(incidence.x);
        }
      }),
      { seed: 20251103 },
    );
  });
});
