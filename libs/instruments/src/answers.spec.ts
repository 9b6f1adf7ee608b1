import {
  AnswerError,
  checkAnswers,
  checkExtraAnswer,
  gad7,
  instruments,
  madrs,
  pcl5,
  phq9,
  scoreAssessment,
} from './index.js';

function faultOf(act: () => unknown): { rule: string; item: number | string | null; message: string } {
  try {
    act();
  } catch (error) {
    if (error instanceof AnswerError) return { rule: error.rule, item: error.item, message: error.message };
    throw error;
  }
  throw new Error('expected an AnswerError');
}

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

describe('answers that cannot belong to the instrument', () => {
  test.each([8, 10, 0])('a PHQ-9 of %i answers is refused with the number it needs', (count) => {
    expect(faultOf(() => scoreAssessment(phq9, zeros(count)))).toEqual({
      rule: 'answer-count',
      item: null,
      message: `PHQ-9 has 9 items, not ${count}.`,
    });
  });

  test.each([-1, 4, 7, 9, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 5.397605e-79])(
    'the answer %p is refused by the number of its item',
    (answer) => {
      const answers = zeros(9);
      answers[6] = answer;
      expect(faultOf(() => scoreAssessment(phq9, answers))).toEqual({
        rule: 'answer-value',
        item: 7,
        message: 'PHQ-9 item 7 must be a whole number from 0 to 3, or not answered.',
      });
    },
  );

  test('the first of several faults is named', () => {
    expect(faultOf(() => checkAnswers(gad7, [0, 0, 9, 0, 0, -4, 0])).item).toBe(3);
  });

  test('a hole in the answers is a fault, not a missing answer', () => {
    const answers = Array<number>(9);
    answers.fill(0, 0, 3).fill(0, 4);
    expect(faultOf(() => checkAnswers(phq9, answers)).item).toBe(4);
  });

  test('PCL-5 takes 4 where PHQ-9 does not, and refuses 5', () => {
    expect(() => checkAnswers(pcl5, [4, ...zeros(19)])).not.toThrow();
    expect(faultOf(() => checkAnswers(pcl5, [5, ...zeros(19)])).item).toBe(1);
  });

  test('null is a missing answer, not a fault', () => {
    expect(() => checkAnswers(phq9, [null, ...zeros(8)])).not.toThrow();
  });

  test.each(instruments.filter((definition) => definition.totalOnly))(
    '$name has no answers to score',
    (definition) => {
      expect(faultOf(() => scoreAssessment(definition, zeros(definition.itemCount))).rule).toBe('total-only');
    },
  );

  test('an AnswerError carries its own name', () => {
    expect(new AnswerError('total-only', null, madrs.name).name).toBe('AnswerError');
  });
});

describe('the PHQ-9 difficulty item', () => {
  test.each([0, 1, 2, 3, null])('%p is an answer', (answer) => {
    expect(() => checkExtraAnswer(phq9, 'difficulty', answer)).not.toThrow();
  });

  test.each([-1, 4, 0.5])('%p is not', (answer) => {
    expect(faultOf(() => checkExtraAnswer(phq9, 'difficulty', answer))).toEqual({
      rule: 'answer-value',
      item: 'difficulty',
      message: 'PHQ-9 item "difficulty" has no answer of that value.',
    });
  });

  test('GAD-7 does not have it', () => {
    expect(faultOf(() => checkExtraAnswer(gad7, 'difficulty', 0)).rule).toBe('unknown-item');
  });
});
