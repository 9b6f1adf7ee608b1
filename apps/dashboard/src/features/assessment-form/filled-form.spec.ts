import { getInstrument } from '@courseline/instruments';
import { answersToAmend, changedItems, filledAnswers } from './filled-form';
import { firstOpenItem } from './form-items';

const phq9 = getInstrument('phq-9');
const version = { answers: [2, 1, null, 0, 0, 0, 0, 0, 1], difficulty: 2 };

describe('the answers of a form that is kept', () => {
  it('are one for each item, declined where nothing was said', () => {
    expect(filledAnswers(phq9, { items: [3, undefined, null], extra: {} })).toEqual({
      answers: [3, null, null, null, null, null, null, null, null],
      difficulty: null,
    });
  });

  it('come back as they were, with no question left open', () => {
    const answers = answersToAmend(version);
    expect(filledAnswers(phq9, answers)).toEqual(version);
    expect(firstOpenItem(phq9, answers)).toBeNull();
  });

  it('are compared item by item', () => {
    expect(changedItems(version, { answers: [0, 1, 2, 0, 0, 0, 0, 0, 1], difficulty: 1 })).toEqual([
      { item: 'item 1', from: 2, to: 0 },
      { item: 'item 3', from: null, to: 2 },
      { item: 'difficulty', from: 2, to: 1 },
    ]);
  });
});
