import { gad7, pcl5, phq9 } from '@courseline/instruments';
import { changeWords, formStanding } from './form-standing';

const answers = (...items: (number | null | undefined)[]) => ({ items, extra: {} });

describe('standing of a form', () => {
  it('has a sum so far and no band while questions are open', () => {
    expect(formStanding(phq9, answers(3, 3, 3))).toEqual({ kind: 'open', sum: 9, answered: 3, left: 6 });
  });

  it('counts a 0 as an answer', () => {
    expect(formStanding(gad7, answers(0))).toEqual({ kind: 'open', sum: 0, answered: 1, left: 6 });
  });

  it('has a total and a band once each question is answered', () => {
    expect(formStanding(phq9, answers(2, 1, 1, 2, 2, 1, 1, 1, 1))).toMatchObject({
      kind: 'scored',
      total: 12,
      band: { id: 'moderate' },
      prorated: false,
    });
  });

  it('has no band for the PCL-5', () => {
    expect(formStanding(pcl5, { items: Array.from({ length: 20 }, () => 2), extra: {} })).toMatchObject({
      kind: 'scored',
      total: 40,
      band: null,
    });
  });

  it('says that a total is prorated, and by which questions', () => {
    expect(formStanding(phq9, answers(2, 2, 2, 2, null, 2, 2, 2, 0))).toMatchObject({
      kind: 'scored',
      total: 16,
      prorated: true,
      declined: [5],
    });
  });

  it('gives no total where item 9 was declined', () => {
    expect(formStanding(phq9, answers(2, 2, 2, 2, 2, 2, 2, 2, null))).toEqual({
      kind: 'partial',
      answered: 8,
      declined: [9],
    });
  });
});

const comparison = {
  baseline: {
    assessmentId: '01990000-0000-7000-8000-0000000000d0',
    total: 17,
    onDate: '2026-11-02',
    prorated: false,
  },
  reliableChange: { points: 6, ruleId: 'rule' },
  minimalImportantChange: 5,
  responseAtMost: 8,
  remissionBelow: 5,
};

describe('words of a change', () => {
  it('names the strongest rule a fall satisfies, and response and remission apart', () => {
    expect(changeWords(14, comparison)).toEqual([]);
    expect(changeWords(12, comparison)).toEqual(['a change people notice (5 or more)']);
    expect(changeWords(11, comparison)).toEqual(['beyond measurement error (6 or more)']);
    expect(changeWords(8, comparison)).toEqual([
      'beyond measurement error (6 or more)',
      'response (8 or less)',
    ]);
    expect(changeWords(4, comparison)).toEqual([
      'beyond measurement error (6 or more)',
      'response (8 or less)',
      'remission (below 5)',
    ]);
  });

  it('makes a rise as visible as a fall, and never a response', () => {
    expect(changeWords(23, comparison)).toEqual(['beyond measurement error (6 or more)']);
  });

  it('says nothing without a baseline', () => {
    expect(changeWords(4, { ...comparison, baseline: null })).toEqual([]);
  });
});
