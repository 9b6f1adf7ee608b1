import { AnswerError, item9, phq9, phq9Algorithm, scoreAssessment, type Phq9Syndrome } from './index.js';

const answersOf = (text: string): (number | null)[] =>
  Array.from(text, (character) => (character === '-' ? null : Number(character)));

describe('the provisional PHQ-9 algorithm', () => {
  test.each([
    ['000000000', 'none'],
    ['111111111', 'none'],
    ['222220000', 'major-depressive-syndrome'],
    ['013333331', 'none'],
    ['200000001', 'other-depressive-syndrome'],
    ['302220001', 'major-depressive-syndrome'],
    ['333333333', 'major-depressive-syndrome'],
    ['200000000', 'none'],
    ['220000000', 'other-depressive-syndrome'],
    ['022200000', 'other-depressive-syndrome'],
    ['222200000', 'other-depressive-syndrome'],
  ])('%s suggests %s', (answers, syndrome) => {
    expect(phq9Algorithm(answersOf(answers))).toBe(syndrome);
  });

  test.each(['-22222222', '22222222-', '---------'])('%s is not judged', (answers) => {
    expect(phq9Algorithm(answersOf(answers))).toBeNull();
  });

  test('what is not a PHQ-9 is refused', () => {
    expect(() => phq9Algorithm([0, 0])).toThrow(AnswerError);
  });
});

describe('all 262,144 complete PHQ-9 forms', () => {
  /** Written from the form's instructions for the paper version, with its tick counts, not from our code. */
  function onPaper(form: number): { total: number; band: string; syndrome: Phq9Syndrome; alert: boolean } {
    let total = 0;
    let ticks = 0;
    let isCore = false;
    let rest = form;
    let item = 9;
    let item9Answer = 0;
    while (item >= 1) {
      const answer = rest % 4;
      rest = (rest - answer) / 4;
      total += answer;
      if (item === 9) {
        item9Answer = answer;
        if (answer !== 0) ticks += 1;
      } else if (answer === 2 || answer === 3) {
        ticks += 1;
        if (item < 3) isCore = true;
      }
      item -= 1;
    }
    const bands = ['none-minimal', 'mild', 'moderate', 'moderately-severe', 'severe', 'severe'];
    let syndrome: Phq9Syndrome = 'none';
    if (isCore && ticks > 4) syndrome = 'major-depressive-syndrome';
    if (isCore && [2, 3, 4].includes(ticks)) syndrome = 'other-depressive-syndrome';
    return { total, band: bands[Math.floor(total / 5)]!, syndrome, alert: item9Answer !== 0 };
  }

  /** How many forms have each sum, were each item to add `options`: polynomials multiplied out. */
  function waysOf(options: readonly (readonly number[])[]): number[] {
    return options.reduce<number[]>(
      (ways, item) => {
        const next: number[] = Array.from({ length: ways.length + Math.max(...item) }, () => 0);
        ways.forEach((count, sum) =>
          item.forEach((points) => (next[sum + points] = next[sum + points]! + count)),
        );
        return next;
      },
      [1],
    );
  }

  const wrong: number[] = [];
  const totals: number[] = Array.from({ length: 28 }, () => 0);
  const syndromes = { 'major-depressive-syndrome': 0, 'other-depressive-syndrome': 0, none: 0 };

  beforeAll(() => {
    for (let form = 0; form < 4 ** 9; form += 1) {
      const answers = [8, 7, 6, 5, 4, 3, 2, 1, 0].map((place) => Math.floor(form / 4 ** place) % 4);
      const score = scoreAssessment(phq9, answers);
      const syndrome = phq9Algorithm(answers) ?? 'none';
      const paper = onPaper(form);
      const agrees =
        score.status === 'complete' &&
        score.total === paper.total &&
        score.band?.id === paper.band &&
        syndrome === paper.syndrome &&
        item9(answers).raisesAlert === paper.alert;
      if (!agrees) wrong.push(form);
      totals[score.total ?? 0]! += 1;
      syndromes[syndrome] += 1;
    }
  });

  test('agree with the paper version in total, band, syndrome and item 9', () => {
    expect(wrong).toEqual([]);
  });

  test('reach each total in as many ways as (1 + x + x^2 + x^3)^9 says', () => {
    expect(totals).toEqual(waysOf(Array.from({ length: 9 }, () => [0, 1, 2, 3])));
  });

  test('fall into the syndromes as often as counting by combinations says', () => {
    // Two of four answers tick items 1 to 8, three of four tick item 9; without item 1 or 2 nothing counts.
    const half = [0, 0, 1, 1];
    const suicidal = [0, 1, 1, 1];
    const others = waysOf([half, half, half, half, half, half, suicidal]);
    const core = waysOf([half, half]).map((ways, ticks) => (ticks === 0 ? 0 : ways));
    const counted = { major: 0, other: 0 };
    core.forEach((coreWays, coreTicks) =>
      others.forEach((ways, ticks) => {
        if (coreTicks + ticks >= 5) counted.major += coreWays * ways;
        else if (coreTicks + ticks >= 2) counted.other += coreWays * ways;
      }),
    );
    expect(syndromes).toEqual({
      'major-depressive-syndrome': counted.major,
      'other-depressive-syndrome': counted.other,
      none: 4 ** 9 - counted.major - counted.other,
    });
  });
});

describe('PHQ-9 item 9', () => {
  test.each([
    [0, false],
    [1, true],
    [2, true],
    [3, true],
  ])('answered %i raises an alert: %s', (value, raisesAlert) => {
    expect(item9([0, 0, 0, 0, 0, 0, 0, 0, value])).toEqual({ value, raisesAlert, declined: false });
  });

  test('raises an alert at a minimal total', () => {
    const answers = answersOf('200000001');
    expect(scoreAssessment(phq9, answers).band?.id).toBe('none-minimal');
    expect(item9(answers).raisesAlert).toBe(true);
  });

  test('raises an alert on a form that is otherwise empty', () => {
    expect(item9(answersOf('--------1'))).toEqual({ value: 1, raisesAlert: true, declined: false });
  });

  test('not answered is declined, and not 0', () => {
    expect(item9(answersOf('00000000-'))).toEqual({ value: null, raisesAlert: false, declined: true });
  });

  test('what is not a PHQ-9 is refused', () => {
    expect(() => item9([1])).toThrow(AnswerError);
  });
});
