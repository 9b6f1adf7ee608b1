import { gad7, phq4, phq9, scoreAssessment } from './index.js';

/** One character an answer, '-' for a missing one. */
const answersOf = (text: string): (number | null)[] =>
  Array.from(text, (character) => (character === '-' ? null : Number(character)));

describe('complete forms', () => {
  test.each([
    ['000000000', 0, 'none-minimal'],
    ['111111111', 9, 'mild'],
    ['222220000', 10, 'moderate'],
    ['013333331', 20, 'severe'],
    ['200000001', 3, 'none-minimal'],
    ['302220001', 10, 'moderate'],
    ['333333333', 27, 'severe'],
  ])('PHQ-9 %s scores %i, %s', (answers, total, band) => {
    expect(scoreAssessment(phq9, answersOf(answers))).toMatchObject({
      status: 'complete',
      total,
      band: { id: band },
    });
  });

  test.each([
    ['1111100', 5, 'mild'],
    ['2222100', 9, 'mild'],
    ['2222222', 14, 'moderate'],
    ['3322221', 15, 'severe'],
  ])('GAD-7 %s scores %i, %s', (answers, total, band) => {
    expect(scoreAssessment(gad7, answersOf(answers))).toMatchObject({
      status: 'complete',
      total,
      band: { id: band },
    });
  });

  test('PHQ-4 is the sum of its anxiety and its depression half', () => {
    expect(scoreAssessment(phq4, [3, 0, 1, 2])).toMatchObject({
      status: 'complete',
      total: 6,
      band: { id: 'moderate' },
      clusters: [
        { id: 'anxiety', status: 'complete', total: 3 },
        { id: 'depression', status: 'complete', total: 3 },
      ],
    });
  });

  test('every one of the 16,384 GAD-7 forms scores as an independent count says', () => {
    const forms: Record<number, number> = {};
    const wrong: number[] = [];
    for (let form = 0; form < 4 ** 7; form += 1) {
      const digits = form.toString(4).padStart(7, '0');
      const expected = [1, 2, 3].reduce(
        (sum, digit) => sum + digit * (digits.split(String(digit)).length - 1),
        0,
      );
      const band = expected > 14 ? 'severe' : expected > 9 ? 'moderate' : expected > 4 ? 'mild' : 'minimal';
      const score = scoreAssessment(gad7, answersOf(digits));
      if (score.total !== expected || score.status !== 'complete' || score.band?.id !== band)
        wrong.push(form);
      forms[expected] = (forms[expected] ?? 0) + 1;
    }
    expect(wrong).toEqual([]);
    // Ways to reach the middle totals: the coefficients of (1 + x + x^2 + x^3)^7.
    expect([forms[0], forms[1], forms[10], forms[11], forms[21]]).toEqual([1, 7, 2_128, 2_128, 1]);
  });
});

describe('PHQ-9 with missing answers', () => {
  test.each([
    ['2222222--', null, 'partial'],
    ['2222-22-2', 18, 'prorated'],
    ['-22222222', 18, 'prorated'],
    ['22222---2', null, 'partial'],
    ['2222-2222', 18, 'prorated'],
    ['22222222-', null, 'partial'],
  ])('%s gives %p, %s', (answers, total, status) => {
    expect(scoreAssessment(phq9, answersOf(answers))).toMatchObject({ total, status });
  });

  test('7 answered with sum 14 give 18', () => {
    expect(scoreAssessment(phq9, answersOf('3311-33-0'))).toMatchObject({
      status: 'prorated',
      total: 18,
      answered: 7,
      missing: [5, 8],
      band: { id: 'moderately-severe' },
    });
  });

  test('8 answered with sum 11 give 12.375, so 12', () => {
    expect(scoreAssessment(phq9, answersOf('3-3111101'))).toMatchObject({
      status: 'prorated',
      total: 12,
      missing: [2],
    });
  });

  test('an exact half goes up: 8 answered with sum 4 give 4.5, so 5 and the next band', () => {
    expect(scoreAssessment(phq9, answersOf('1-1110000'))).toMatchObject({ total: 5, band: { id: 'mild' } });
  });

  test('every pattern of missing answers, with every total it can carry, follows the rule', () => {
    const wrong: string[] = [];
    for (let mask = 0; mask < 2 ** 9; mask += 1) {
      const gaps = Array.from(mask.toString(2).padStart(9, '0'), (bit) => bit === '1');
      const answered = gaps.filter((gap) => !gap).length;
      for (let sum = 0; sum <= 3 * answered; sum += 1) {
        let left = sum;
        const answers = gaps.map((gap) => {
          if (gap) return null;
          const answer = Math.min(3, left);
          left -= answer;
          return answer;
        });
        const score = scoreAssessment(phq9, answers);
        const expected = referenceTotal(sum, answered, gaps[8] === true);
        const status = answered === 9 ? 'complete' : expected === null ? 'partial' : 'prorated';
        if (score.total !== expected || score.status !== status || score.missing.length !== 9 - answered) {
          wrong.push(`${gaps.map(Number).join('')} ${sum}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  /** The whole number nearest to sum / answered * 9, found by search; the higher of two equally near. */
  function referenceTotal(sum: number, answered: number, isItem9Missing: boolean): number | null {
    if (isItem9Missing || answered < 7) return null;
    let nearest = 0;
    for (let total = 1; total <= 27; total += 1) {
      if (Math.abs(total * answered - sum * 9) <= Math.abs(nearest * answered - sum * 9)) nearest = total;
    }
    return nearest;
  }
});

describe('GAD-7 and PHQ-4 with missing answers', () => {
  test.each([
    ['222222-', 14, 'prorated'],
    ['-111111', 7, 'prorated'],
    ['100000-', 1, 'prorated'],
    ['321000-', 7, 'prorated'],
    ['22222--', null, 'partial'],
  ])('GAD-7 %s gives %p, %s', (answers, total, status) => {
    expect(scoreAssessment(gad7, answersOf(answers))).toMatchObject({ total, status });
  });

  test('PHQ-4 with one answer missing has no total, but the half that is whole', () => {
    expect(scoreAssessment(phq4, [2, 1, 3, null])).toEqual({
      status: 'partial',
      total: null,
      answered: 3,
      missing: [4],
      clusters: [
        { id: 'anxiety', status: 'complete', total: 3 },
        { id: 'depression', status: 'partial', total: null },
      ],
      band: null,
    });
  });
});
