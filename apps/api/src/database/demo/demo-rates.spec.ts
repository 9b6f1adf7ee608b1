import { cohortOutcomes, courseOutcome, currentOutcomeRules, groupSideEffects } from '@courseline/outcomes';
import { findSideEffectTerm } from '@courseline/treatment';
import { courseScores, currentSessions, demoSample, isGiven } from '../../../test/demo-sample.js';
import { PRESSURE_RISE } from './vitals.js';

const rows = demoSample('2026-11-17T16:00:00Z');
const rules = currentOutcomeRules('phq-9');
const scores = courseScores(rows, 'phq-9');

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const deviationOf = (values: readonly number[]): number =>
  Math.sqrt(meanOf(values.map((value) => (value - meanOf(values)) ** 2)));

/** Blood pressures by session and moment. */
const pressures = rows.of('reading').filter(({ kind }) => kind === 'blood-pressure');
const at = (moment: string): Map<string, (typeof pressures)[number]> =>
  new Map(
    pressures.filter((each) => each.moment === moment).map((each) => [`${each.session_id} ${each.n}`, each]),
  );

describe('outcomes of the demo', () => {
  it('lie near published real-world rates at the end of induction', () => {
    // McInnes 2022, J Affect Disord 301:486: response 53.6 %, remission 28.9 %; Alnefeesi 2022, J Psychiatr Res
    // 151:693: 45 and 30 %.
    const cohort = cohortOutcomes(scores, rules, 'end-of-induction');
    expect(cohort.response.p).toBeGreaterThan(0.45);
    expect(cohort.response.p).toBeLessThan(0.56);
    expect(cohort.remission!.p).toBeGreaterThan(0.23);
    expect(cohort.remission!.p).toBeLessThan(0.31);
    expect(cohort.treated).toBeGreaterThan(550);
    // Not everyone has a baseline, not every baseline is a case, not everyone comes back.
    expect(cohort.withBaseline / cohort.treated).toBeGreaterThan(0.9);
    expect(cohort.withBaseline / cohort.treated).toBeLessThan(0.98);
    expect(cohort.eligible / cohort.withBaseline).toBeGreaterThan(0.86);
    expect(cohort.eligibleWithFollowUp / cohort.eligible).toBeLessThan(0.95);
  });

  it('get worse in about one of twelve', () => {
    // McInnes 2022: 8.4 % scored higher than before.
    const changes = scores
      .map((course) => courseOutcome(course, rules, 'end-of-induction').change)
      .filter((change) => change !== null);
    const worse = changes.filter((change) => change > 0).length / changes.length;
    expect(worse).toBeGreaterThan(0.05);
    expect(worse).toBeLessThan(0.12);
  });

  it('begin where treated people begin', () => {
    // Ahuja 2022, BMC Psychiatry 22:634: PHQ-9 median 16.0, quartiles 11.3 and 21.8.
    const starts = scores
      .map((course) => courseOutcome(course, rules, 'end-of-induction').baseline?.total)
      .filter((total) => total !== undefined);
    expect(meanOf(starts)).toBeGreaterThan(15.5);
    expect(meanOf(starts)).toBeLessThan(18);
    expect(deviationOf(starts)).toBeGreaterThan(3.8);
    expect(deviationOf(starts)).toBeLessThan(5.8);
  });

  it('see thoughts of death in a minority of forms', () => {
    const answered = rows.of('assessment_revision').filter(({ instrument }) => instrument === 'phq-9');
    const share = answered.filter(({ answers }) => (answers[8] ?? 0) > 0).length / answered.length;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.25);
  });
});

describe('side effects of the demo', () => {
  const effects = new Map<
    string,
    { code: string; severity: 0 | 1 | 2 | 3; onsetMin: number | null; durationMin: number | null }[]
  >();
  for (const { session_id, n, code, severity, onset_minutes, duration_minutes } of rows.of('side_effect')) {
    const key = `${session_id} ${n}`;
    const own = effects.get(key) ?? [];
    own.push({
      code,
      severity: severity as 0 | 1 | 2 | 3,
      onsetMin: onset_minutes,
      durationMin: duration_minutes,
    });
    effects.set(key, own);
  }
  const courseOf = new Map(rows.of('session').map(({ id, course_id }) => [id, course_id]));
  const given = currentSessions(rows).filter((session) => isGiven(session) && session.phase === 'induction');
  const groupOf = (sessions: typeof given) =>
    groupSideEffects(
      sessions.map(({ session_id, n, side_effects_asked }) => ({
        sessionId: session_id,
        courseId: courseOf.get(session_id)!,
        asked: side_effects_asked,
        reports: effects.get(`${session_id} ${n}`) ?? [],
      })),
    );
  const group = groupOf(given);
  const of = (code: string, from = group) => from.effects.find((effect) => effect.code === code)!;

  it.each(['dissociation', 'nausea', 'dizziness', 'sedation', 'vertigo', 'headache', 'numbness', 'anxiety'])(
    'let %s occur in about the published share of courses',
    (code) => {
      const published = findSideEffectTerm(code)!.published!.esketamine;
      expect(Math.abs(of(code).byCourse.p! - published)).toBeLessThan(0.07);
    },
  );

  it('pass within 90 minutes, most of them, but for headache', () => {
    expect(of('dissociation').timeToResolution.medianMin).toBeLessThan(90);
    expect(of('nausea').timeToResolution.medianMin).toBeLessThan(90);
    expect(of('headache').timeToResolution.medianMin).toBeGreaterThan(90);
  });

  it('grow rarer over a course', () => {
    const byCourse = new Map<string, typeof given>();
    for (const session of given.toSorted((a, b) => Number(a.started_at) - Number(b.started_at))) {
      const key = courseOf.get(session.session_id)!;
      byCourse.set(key, [...(byCourse.get(key) ?? []), session]);
    }
    const firsts = groupOf([...byCourse.values()].map((sessions) => sessions[0]!));
    const sixths = groupOf([...byCourse.values()].flatMap((sessions) => sessions.slice(5, 6)));
    expect(of('dissociation', sixths).incidence.p).toBeLessThan(
      of('dissociation', firsts).incidence.p! * 0.8,
    );
  });

  it('hold few serious events, each with its criterion', () => {
    const serious = rows.of('side_effect').filter((effect) => effect.serious === true);
    expect(serious.length).toBeLessThan(12);
    expect(serious.filter(({ serious_criterion }) => serious_criterion === null)).toEqual([]);
  });
});

describe('vitals of the demo', () => {
  const before = at('before');
  const peak = at('at-40-minutes');
  const end = at('end');
  const rises = [...peak].map(([key, reading]) => ({
    systolic: reading.value - before.get(key)!.value,
    diastolic: reading.diastolic! - before.get(key)!.diastolic!,
  }));

  it('rise to 40 minutes as in the published infusions', () => {
    // Gen Hosp Psychiatry 2024, 2,342 infusions: 16.0 (SD 11.2) over 11.0 (SD 8.45) mmHg.
    expect(meanOf(rises.map(({ systolic }) => systolic))).toBeCloseTo(PRESSURE_RISE.systolic, 0);
    expect(meanOf(rises.map(({ diastolic }) => diastolic))).toBeCloseTo(PRESSURE_RISE.diastolic, 0);
    expect(
      Math.abs(deviationOf(rises.map(({ systolic }) => systolic)) - PRESSURE_RISE.systolicSd),
    ).toBeLessThan(1);
  });

  it('are highest at 40 minutes on average and come down before the end', () => {
    const meanAt = (readings: Map<string, (typeof pressures)[number]>): number =>
      meanOf([...readings.values()].map(({ value }) => value));
    const others = pressures.filter(({ moment }) => moment === 'other').map(({ value }) => value);
    expect(meanAt(peak)).toBeGreaterThan(meanOf(others));
    expect(meanAt(peak) - meanAt(end)).toBeGreaterThan(10);
    expect(meanAt(end) - meanAt(before)).toBeLessThan(4);
  });

  it('reach 180 systolic or 110 diastolic in few sessions', () => {
    const severe = new Set(
      pressures
        .filter(({ value, diastolic }) => value >= 180 || diastolic! >= 110)
        .map(({ session_id }) => session_id),
    );
    expect(severe.size / peak.size).toBeLessThan(0.04);
  });
});
