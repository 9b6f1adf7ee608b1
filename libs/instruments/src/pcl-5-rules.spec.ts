import fc from 'fast-check';
import { AnswerError, harmItemFlag, pcl5, pcl5ProvisionalRule, scoreAssessment } from './index.js';

const seed = 20_260_102;

const answersWith = (byItem: Readonly<Record<number, number | null>>, rest = 0): (number | null)[] =>
  Array.from({ length: 20 }, (_, index) => {
    const answer = byItem[index + 1];
    return answer === undefined ? rest : answer;
  });

const cutOff = pcl5.cutOffs[0]!.value;

describe('the provisional DSM-5 rule', () => {
  const leastPattern = { 1: 2, 6: 2, 8: 2, 9: 2, 15: 2, 16: 2 };

  test('one B, one C, two D and two E at "Moderately" are enough, far below the cut-off', () => {
    const answers = answersWith(leastPattern);
    expect(pcl5ProvisionalRule(answers)).toBe(true);
    expect(scoreAssessment(pcl5, answers).total).toBe(12);
  });

  test('a high total without intrusion and arousal is not, though above the cut-off', () => {
    const answers = answersWith({ 6: 4, 7: 4, 8: 4, 9: 4, 10: 4, 11: 4, 12: 4, 13: 4, 14: 4 });
    expect(pcl5ProvisionalRule(answers)).toBe(false);
    expect(scoreAssessment(pcl5, answers).total).toBeGreaterThanOrEqual(cutOff);
  });

  test.each([1, 6, 8, 9, 15, 16])('without item %i the least pattern no longer meets it', (item) => {
    expect(pcl5ProvisionalRule(answersWith({ ...leastPattern, [item]: 1 }))).toBe(false);
  });

  test.each([0, 1])('all %i is no symptom', (answer) => {
    expect(pcl5ProvisionalRule(answersWith({}, answer))).toBe(false);
  });

  test.each([2, 3, 4])('all %i meets it', (answer) => {
    expect(pcl5ProvisionalRule(answersWith({}, answer))).toBe(true);
  });

  test('a form with one answer missing is not judged', () => {
    expect(pcl5ProvisionalRule(answersWith({ 20: null }, 4))).toBeNull();
  });

  test('what is not a PCL-5 is refused', () => {
    expect(() => pcl5ProvisionalRule([4])).toThrow(AnswerError);
  });

  test(`it agrees with a count by position over random forms (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 20, maxLength: 20 }), (answers) => {
        const symptoms = answers.map((answer) => (answer > 1 ? 'x' : '.')).join('');
        const meets = /^(?=.{0,4}x)(?=.{5,6}x)(?=.{7}.{0,6}x).*$/.test(symptoms);
        const atLeastTwo = [symptoms.slice(7, 14), symptoms.slice(14)].every((part) => /x.*x/.test(part));
        expect(pcl5ProvisionalRule(answers)).toBe(meets && atLeastTwo);
      }),
      { seed, numRuns: 2_000 },
    );
  });
});

describe('the cut-offs of the PCL-5', () => {
  test.each([
    [30, []],
    [31, [31]],
    [32, [31]],
    [33, [33, 31]],
  ])('a total of %i reaches %j', (total, reached) => {
    expect(pcl5.cutOffs.map(({ value }) => value).filter((value) => total >= value)).toEqual(reached);
  });
});

describe('PCL-5 item 16', () => {
  test.each([
    [0, false],
    [1, false],
    [2, false],
    [3, true],
    [4, true],
    [null, null],
  ])('answered %p asks for a look: %p', (answer, flag) => {
    expect(harmItemFlag(answersWith({ 16: answer }))).toBe(flag);
  });

  test('the other items do not raise it', () => {
    expect(harmItemFlag(answersWith({ 16: 0 }, 4))).toBe(false);
  });

  test('what is not a PCL-5 is refused', () => {
    expect(() => harmItemFlag([4])).toThrow(AnswerError);
  });
});
