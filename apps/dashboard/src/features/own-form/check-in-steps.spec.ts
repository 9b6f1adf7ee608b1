import type { FormShown } from './form-steps';
import { notAnswered, questionsOf, takeUpAt } from './check-in-steps';

const form = (instrument: FormShown['instrument'], answers: (number | null)[], items: number): FormShown => ({
  instrument,
  answers: [...answers, ...Array<null>(items - answers.length).fill(null)],
  seen: answers.length,
  difficulty: null,
});
const phq9 = (...answers: (number | null)[]) => form('phq-9', answers, 9);
const gad7 = (...answers: (number | null)[]) => form('gad-7', answers, 7);

describe('the questions of a check-in', () => {
  it('are those of all forms in a row, with difficulty only where something troubled', () => {
    expect(questionsOf([phq9(), gad7()])).toHaveLength(16);
    expect(questionsOf([phq9(1), gad7()])).toHaveLength(17);
    expect(questionsOf([phq9(1), gad7()])[9]?.step).toEqual({ kind: 'difficulty' });
  });

  it('are taken up after the last one answered or declined, of the last form begun', () => {
    expect(takeUpAt([phq9(), gad7()])).toBe(0);
    expect(takeUpAt([phq9(0, null), gad7()])).toBe(2);
    expect(takeUpAt([phq9(0, 0, 0, 0, 0, 0, 0, 0, 0), gad7()])).toBe(9);
    expect(takeUpAt([phq9(1, 0, 0, 0, 0, 0, 0, 0, 0), gad7()])).toBe(9);
    expect(takeUpAt([{ ...phq9(1, 0, 0, 0, 0, 0, 0, 0, 0), difficulty: 1 }, gad7()])).toBe(10);
    expect(takeUpAt([phq9(0, 0, 0, 0, 0, 0, 0, 0, 0), gad7(1)])).toBe(10);
    expect(takeUpAt([phq9(0, 0, 0, 0, 0, 0, 0, 0, 0), gad7(1, 1, 1, 1, 1, 1, 1)])).toBe(16);
  });

  it('say how many have no answer', () => {
    expect(notAnswered([phq9(0, null, 0, 0, 0, 0, 0, 0, 0), gad7(0, 0, 0, 0, 0, 0)])).toEqual({
      missing: 2,
      of: 16,
    });
  });
});
