import type { DraftAnswers } from '@courseline/contracts';
import { gad7, pcl5, phq9 } from '@courseline/instruments';
import { noAnswers, withAnswer } from './form-items';
import { pressFormKey, type FormStep } from './form-keys';

/** Presses keys one after the other from the first question, as the form does it. */
function press(
  definition: typeof phq9 | typeof gad7 | typeof pcl5,
  keys: string,
  from: DraftAnswers = noAnswers,
) {
  let answers = from;
  let at: string | null = '1';
  let last: FormStep | null = null;
  for (const key of keys.match(/Backspace|Enter|./g) ?? []) {
    if (at === null) throw new Error('The form was left before the last key.');
    last = pressFormKey(definition, answers, at, key);
    if (last === null) continue;
    if (last.answer !== null) answers = withAnswer(definition, answers, last.answer.item, last.answer.value);
    at = last.to.kind === 'item' ? last.to.item : null;
  }
  return { answers, at, last };
}

describe('keys of a form', () => {
  it('fills the PHQ-9 with its difficulty question in ten keys', () => {
    const { answers, last } = press(phq9, '2111210102');
    expect(answers.items).toEqual([2, 1, 1, 1, 2, 1, 0, 1, 0]);
    expect(answers.extra).toEqual({ difficulty: 2 });
    expect(last?.to).toEqual({ kind: 'after' });
  });

  it('fills GAD-7 in seven keys and PCL-5 in twenty', () => {
    expect(press(gad7, '1210012').last?.to).toEqual({ kind: 'after' });
    const { answers, last } = press(pcl5, '01234012340123401234');
    expect(answers.items).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
    expect(last?.to).toEqual({ kind: 'after' });
  });

  it('does not ask how difficult it was when every answer is 0', () => {
    expect(press(phq9, '000000000').last?.to).toEqual({ kind: 'after' });
  });

  it('asks it when only the last answer is above 0', () => {
    expect(press(phq9, '000000001').at).toBe('difficulty');
  });

  it('keeps a declined answer as null, and moves on', () => {
    const { answers, at } = press(phq9, '2-1');
    expect(answers.items.slice(0, 4)).toEqual([2, null, 1, undefined]);
    expect(at).toBe('4');
  });

  it('goes back without touching the answer, and answers it anew', () => {
    expect(press(phq9, '22Backspace').answers.items.slice(0, 2)).toEqual([2, 2]);
    const { answers, at } = press(phq9, '22Backspace1');
    expect(answers.items.slice(0, 2)).toEqual([2, 1]);
    expect(at).toBe('3');
  });

  it('leaves by its beginning with Backspace on the first question', () => {
    expect(press(gad7, 'Backspace').last?.to).toEqual({ kind: 'before' });
  });

  it('moves on with Enter and leaves the question open', () => {
    const { answers, at } = press(gad7, 'Enter2');
    expect(answers.items.slice(0, 2)).toEqual([undefined, 2]);
    expect(at).toBe('3');
  });

  it('knows no answer 4 in the PHQ-9, but one in the PCL-5', () => {
    expect(pressFormKey(phq9, noAnswers, '1', '4')).toBeNull();
    expect(pressFormKey(pcl5, noAnswers, '1', '4')?.answer).toEqual({ item: '1', value: 4 });
  });

  it('makes nothing of letters', () => {
    expect(pressFormKey(phq9, noAnswers, '1', 'a')).toBeNull();
    expect(pressFormKey(phq9, noAnswers, '1', ' ')).toBeNull();
  });
});
