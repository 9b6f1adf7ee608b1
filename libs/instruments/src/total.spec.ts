import {
  bandOf,
  cadss,
  checkImportedTotal,
  gad7,
  madrs,
  pcl5,
  phq4,
  phq9,
  qidsSr,
  scoredInstruments,
  TotalError,
} from './index.js';

function ruleOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof TotalError && error.name === 'TotalError') return error.rule;
    throw error;
  }
  throw new Error('expected a TotalError');
}

describe('the band of a total', () => {
  test.each([
    [phq9, 0, 'none-minimal'],
    [phq9, 4, 'none-minimal'],
    [phq9, 5, 'mild'],
    [phq9, 9, 'mild'],
    [phq9, 10, 'moderate'],
    [phq9, 14, 'moderate'],
    [phq9, 15, 'moderately-severe'],
    [phq9, 19, 'moderately-severe'],
    [phq9, 20, 'severe'],
    [phq9, 27, 'severe'],
    [gad7, 0, 'minimal'],
    [gad7, 4, 'minimal'],
    [gad7, 5, 'mild'],
    [gad7, 9, 'mild'],
    [gad7, 10, 'moderate'],
    [gad7, 14, 'moderate'],
    [gad7, 15, 'severe'],
    [gad7, 21, 'severe'],
    [phq4, 2, 'none-minimal'],
    [phq4, 3, 'mild'],
    [phq4, 5, 'mild'],
    [phq4, 6, 'moderate'],
    [phq4, 8, 'moderate'],
    [phq4, 9, 'severe'],
    [phq4, 12, 'severe'],
    [madrs, 6, 'none-minimal'],
    [madrs, 7, 'mild'],
    [madrs, 19, 'mild'],
    [madrs, 20, 'moderate'],
    [madrs, 34, 'moderate'],
    [madrs, 35, 'severe'],
    [madrs, 60, 'severe'],
    [qidsSr, 5, 'none-minimal'],
    [qidsSr, 6, 'mild'],
    [qidsSr, 10, 'mild'],
    [qidsSr, 11, 'moderate'],
    [qidsSr, 15, 'moderate'],
    [qidsSr, 16, 'severe'],
    [qidsSr, 20, 'severe'],
    [qidsSr, 21, 'very-severe'],
    [qidsSr, 27, 'very-severe'],
  ])('$name', (definition, total, band) => {
    expect([total, bandOf(definition, total)?.id]).toEqual([total, band]);
  });

  test.each([
    [pcl5, 0],
    [pcl5, 33],
    [pcl5, 80],
    [cadss, 0],
    [cadss, 92],
  ])('$name has none', (definition, total) => {
    expect(bandOf(definition, total)).toBeNull();
  });

  test('a mean has no band: it is not of one form', () => {
    expect(ruleOf(() => bandOf(phq9, 9.5))).toBe('total-not-whole');
  });

  test('an impossible total has no band', () => {
    expect(ruleOf(() => bandOf(phq9, 28))).toBe('total-out-of-range');
  });
});

describe('a total that came without answers', () => {
  test.each(scoredInstruments)('$name takes both ends of its range and nothing beyond', (definition) => {
    const { min, max } = definition.range;
    expect(checkImportedTotal(definition, min)).toBe(min);
    expect(checkImportedTotal(definition, max)).toBe(max);
    expect(ruleOf(() => checkImportedTotal(definition, min - 1))).toBe('total-out-of-range');
    expect(ruleOf(() => checkImportedTotal(definition, max + 1))).toBe('total-out-of-range');
  });

  test.each([12.375, 5.397605e-79, Number.NaN, Number.POSITIVE_INFINITY])(
    '%p is never rounded into one',
    (total) => {
      expect(ruleOf(() => checkImportedTotal(phq9, total))).toBe('total-not-whole');
    },
  );

  test('the refusal says what the range is', () => {
    expect(() => checkImportedTotal(madrs, 61)).toThrow(
      'A MADRS total lies from 0 to 60, so it cannot be 61.',
    );
  });
});
