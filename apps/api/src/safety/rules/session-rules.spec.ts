import { rulesInForce } from './catalogue.js';
import { doseAlerts, readingAlerts, sideEffectAlerts, type ReadingSeen } from './session-rules.js';

const standard = rulesInForce([]);

function fired(kind: ReadingSeen['kind'], value: number, more: Partial<ReadingSeen> = {}, rules = standard) {
  const reading = { kind, moment: 'other', value, diastolic: null, at: null, ...more } as const;
  return readingAlerts(reading, rules).map(({ rule, level }) => `${rule.id} ${level}`);
}
const pressure = (systolic: number, diastolic: number, moment: ReadingSeen['moment']) =>
  fired('blood-pressure', systolic, { diastolic, moment });

describe('readings', () => {
  it.each([
    [140, 90, 'before', []],
    [141, 90, 'before', ['pressure-before-dose amber']],
    [140, 91, 'before', ['pressure-before-dose amber']],
    [141, 91, 'at-40-minutes', []],
    [179, 109, 'at-40-minutes', []],
    [180, 80, 'at-40-minutes', ['pressure-crisis red']],
    [150, 110, 'end', ['pressure-crisis red']],
    [185, 95, 'before', ['pressure-crisis red']],
  ] as const)('blood pressure %i/%i %s', (systolic, diastolic, moment, rules) => {
    expect(pressure(systolic, diastolic, moment)).toEqual(rules);
  });

  it.each([
    ['spo2', 92, []],
    ['spo2', 91, ['low-oxygen red']],
    ['respiratory-rate', 10, []],
    ['respiratory-rate', 9, ['slow-breathing red']],
    ['sedation', 3, []],
    ['sedation', 2, ['deep-sedation red']],
    ['sedation', 0, ['deep-sedation red']],
    ['pulse', 180, []],
    ['dissociation', 10, []],
  ] as const)('%s of %i', (kind, value, rules) => {
    expect(fired(kind, value)).toEqual(rules);
  });

  it('falls back to amber before the dose where the red rule is off', () => {
    const off = rulesInForce([{ rule: 'pressure-crisis', n: 1, enabled: false, parameters: {} }]);
    expect(fired('blood-pressure', 190, { diastolic: 100, moment: 'before' }, off)).toEqual([
      'pressure-before-dose amber',
    ]);
  });
});

describe('side effects', () => {
  const told = (...sessions: readonly (readonly string[])[]) =>
    sideEffectAlerts(
      sessions.map((codes) => ({ codes: new Set(codes) })),
      standard,
    ).map(({ rule, level }) => `${rule.id} ${level}`);

  it('of the bladder count in two sessions in a row', () => {
    expect(told(['urinary_symptoms'])).toEqual([]);
    expect(told(['urinary_symptoms'], ['nausea'])).toEqual([]);
    expect(told(['urinary_symptoms'], [], ['urinary_symptoms'])).toEqual([]);
    expect(told(['urinary_symptoms'], ['urinary_frequency'])).toEqual(['urinary-symptoms amber']);
    expect(told(['nausea'], ['urinary_symptoms'], ['urinary_symptoms'])).toEqual([]);
  });

  it('tell of craving, and of new thoughts of suicide as a risk', () => {
    expect(told(['craving'])).toEqual(['craving amber']);
    expect(told(['suicidal_ideation_new'])).toEqual(['suicidal-ideation-reported red']);
    expect(told(['headache'])).toEqual([]);
  });
});

describe('a dose', () => {
  it.each([
    ['rescue', ['unscheduled-dose']],
    ['induction', []],
    ['booster', []],
  ] as const)('given as %s', (phase, rules) => {
    expect(doseAlerts(phase, standard).map(({ rule }) => rule.id)).toEqual(rules);
  });
});
