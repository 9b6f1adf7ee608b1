import type { OwnForm } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { answerOf, resumeAt, stepsOf } from './form-steps';

const phq9 = getInstrument('phq-9');
const form = (change: Partial<OwnForm> = {}): OwnForm => ({
  id: '01990000-0000-7000-8000-000000000001',
  instrument: 'phq-9',
  version: 1,
  answers: Array<null>(9).fill(null),
  seen: 0,
  difficulty: null,
  showCrisisPage: false,
  ...change,
});

describe('the steps of a form', () => {
  it('are its items and the hand-in; the difficulty is asked once any answer is above zero', () => {
    expect(stepsOf(phq9, form())).toHaveLength(10);
    expect(stepsOf(phq9, form({ answers: [0, 0, 0, 0, 0, 0, 0, 0, 0], seen: 9 }))).toHaveLength(10);
    const steps = stepsOf(phq9, form({ answers: [1, 0, 0, 0, 0, 0, 0, 0, 0], seen: 9 }));
    expect(steps.slice(-2)).toEqual([{ kind: 'difficulty' }, { kind: 'hand-in' }]);
    expect(stepsOf(getInstrument('gad-7'), form({ answers: [1, 1, 1, 1, 1, 1, 1] }))).toHaveLength(8);
  });

  it('are taken up after the last one answered or declined', () => {
    expect(resumeAt(phq9, form())).toBe(0);
    expect(resumeAt(phq9, form({ answers: [1, null, ...Array<null>(7).fill(null)], seen: 2 }))).toBe(2);
  });

  it('tell declined from not asked yet', () => {
    const begun = form({ answers: [0, null, ...Array<null>(7).fill(null)], seen: 2 });
    expect(answerOf(begun, { kind: 'item', number: 1 })).toBe(0);
    expect(answerOf(begun, { kind: 'item', number: 2 })).toBeNull();
    expect(answerOf(begun, { kind: 'item', number: 3 })).toBeUndefined();
  });
});
