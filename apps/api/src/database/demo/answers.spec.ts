import { getInstrument, scoreAssessment } from '@courseline/instruments';
import { anAnswerProfile, answersFor, difficultyFor, withOmission, type DemoInstrument } from './answers.js';
import { Random } from './random.js';

const instruments: readonly DemoInstrument[] = ['phq-9', 'gad-7', 'pcl-5'];

describe('answers to a form', () => {
  it.each(instruments)('of %s add up to every total it can have', (instrument) => {
    const definition = getInstrument(instrument);
    const random = new Random('totals');
    const profile = anAnswerProfile(random, 'when-unwell')[instrument];
    for (let total = definition.range.min; total <= definition.range.max; total += 1) {
      const answers = answersFor(random, definition, profile, total);
      expect(scoreAssessment(definition, answers)).toMatchObject({ status: 'complete', total });
    }
  });

  it('reach item 9 late in most people, and early in those who have such thoughts', () => {
    const definition = getInstrument('phq-9');
    const random = new Random('item 9');
    const share = (kind: 'hardly-ever' | 'when-unwell' | 'first', total: number): number => {
      const all = Array.from({ length: 400 }, () =>
        answersFor(random, definition, anAnswerProfile(random, kind)['phq-9'], total),
      );
      return all.filter((answers) => (answers[8] ?? 0) > 0).length / all.length;
    };
    expect(share('hardly-ever', 17)).toBeLessThan(0.02);
    expect(share('when-unwell', 17)).toBeGreaterThan(0.8);
    expect(share('when-unwell', 4)).toBeLessThan(0.1);
    expect(share('first', 6)).toBe(1);
  });

  it.each([
    ['phq-9', 'few', 'prorated'],
    ['gad-7', 'few', 'prorated'],
    ['pcl-5', 'few', 'prorated'],
    ['phq-9', 'many', 'partial'],
    ['gad-7', 'many', 'partial'],
    ['pcl-5', 'many', 'partial'],
    ['phq-9', 'item-9', 'partial'],
  ] as const)('of %s with %s left out are %s', (instrument, omission, status) => {
    const definition = getInstrument(instrument);
    const random = new Random('omissions');
    for (let repeat = 0; repeat < 60; repeat += 1) {
      const profile = anAnswerProfile(random, 'hardly-ever')[instrument];
      const answers = withOmission(random, answersFor(random, definition, profile, 12), omission);
      expect(scoreAssessment(definition, answers).status).toBe(status);
    }
  });

  it('have no difficulty to ask about where nothing is ticked', () => {
    expect(difficultyFor(new Random('none'), Array<number>(9).fill(0))).toBeNull();
    const hard = difficultyFor(new Random('all'), Array<number>(9).fill(3));
    expect(hard).toBeGreaterThanOrEqual(2);
  });
});
