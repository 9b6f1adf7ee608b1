import {
  readingConcerns,
  sessionConcernLimits,
  sessionConcernRules,
  symptomConcerns,
} from './session-concerns.js';

const rules = (taken: Parameters<typeof readingConcerns>[0]) =>
  readingConcerns(taken).map(({ rule }) => rule);

describe('red conditions of readings', () => {
  it.each([
    [179, 109, []],
    [180, 80, ['pressure-red']],
    [150, 110, ['pressure-red']],
    [180, 110, ['pressure-red']],
    [141, 91, []],
  ])('blood pressure %d/%d', (systolic, diastolic, expected) => {
    expect(rules({ systolic, diastolic })).toEqual(expected);
  });

  it.each([
    ['spo2', 92, []],
    ['spo2', 91.9, ['oxygen-red']],
    ['spo2', 91, ['oxygen-red']],
    ['respiratory-rate', 10, []],
    ['respiratory-rate', 9, ['breathing-red']],
    ['sedation', 3, []],
    ['sedation', 2, ['sedation-red']],
    ['sedation', 0, ['sedation-red']],
  ] as const)('%s of %d', (kind, value, expected) => {
    expect(rules({ [kind]: value })).toEqual(expected);
  });

  it('finds each of several, with the value as it is written', () => {
    expect(readingConcerns({ systolic: 186, diastolic: 112, spo2: 88, sedation: 1 })).toEqual([
      { rule: 'pressure-red', level: 'red', value: '186/112' },
      { rule: 'oxygen-red', level: 'red', value: '88 %' },
      { rule: 'sedation-red', level: 'red', value: '1' },
    ]);
  });

  it('says nothing of what was not taken', () => {
    expect(readingConcerns({})).toEqual([]);
  });

  it('names a source for each rule', () => {
    for (const rule of sessionConcernRules) expect(sessionConcernLimits[rule].source).toMatch(/our own rule/);
  });
});

describe('red symptoms', () => {
  it('are emergencies whatever their severity', () => {
    expect(symptomConcerns('chest_pain')).toEqual([
      { rule: 'symptom-red', level: 'red', value: 'chest_pain' },
    ]);
    expect(symptomConcerns('nausea')).toEqual([]);
  });
});
