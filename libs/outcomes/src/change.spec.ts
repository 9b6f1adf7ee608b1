import {
  change,
  clinicallySignificantChange,
  isEligibleBaseline,
  isMinimalImportantDifference,
  isReliableDeterioration,
  isReliableImprovement,
  isRemission,
  isResponse,
  percentFall,
  percentOfBaseline,
} from './change.js';
import { currentOutcomeRules } from './threshold-rules.js';

const phq9 = currentOutcomeRules('phq-9');
const gad7 = currentOutcomeRules('gad-7');
const pcl5 = currentOutcomeRules('pcl-5');

describe('pairs of PHQ-9 totals, first and last', () => {
  it.each([
    { pair: [20, 10], fall: 50.0, response: true, remission: false, noticed: true, reliable: true },
    { pair: [20, 11], fall: 45.0, response: false, remission: false, noticed: true, reliable: true },
    { pair: [12, 7], fall: 41.7, response: false, remission: false, noticed: true, reliable: false },
    { pair: [11, 5], fall: 54.5, response: true, remission: false, noticed: true, reliable: true },
    { pair: [15, 8], fall: 46.7, response: false, remission: false, noticed: true, reliable: true },
    { pair: [24, 4], fall: 83.3, response: true, remission: true, noticed: true, reliable: true },
    { pair: [10, 16], fall: -60.0, response: false, remission: false, noticed: false, reliable: false },
  ])('$pair', ({ pair, fall, response, remission, noticed, reliable }) => {
    const [first, last] = pair as [number, number];
    expect(percentFall(first, last)).toBeCloseTo(fall, 1);
    expect(isResponse(first, last, phq9.response)).toBe(response);
    expect(isRemission(last, phq9.remission)).toBe(remission);
    expect(isMinimalImportantDifference(first, last, phq9.minimalImportantDifference)).toBe(noticed);
    expect(isReliableImprovement(first, last, phq9.reliableChange)).toBe(reliable);
    expect(isEligibleBaseline(first, phq9.caseCutOff)).toBe(true);
  });

  it('9 to 4: the baseline is not eligible', () => {
    expect(isEligibleBaseline(9, phq9.caseCutOff)).toBe(false);
  });

  it('10 to 16 is deterioration, 10 to 15 is not', () => {
    expect(isReliableDeterioration(10, 16, phq9.reliableDeterioration)).toBe(true);
    expect(isReliableDeterioration(10, 15, phq9.reliableDeterioration)).toBe(false);
  });

  it('15 to 8 ends below the cut-off after a reliable fall', () => {
    expect(clinicallySignificantChange(15, 8, phq9)).toBe(true);
  });
});

describe('the edges of each instrument', () => {
  it.each([
    ['phq-9', phq9, 6],
    ['gad-7', gad7, 4],
    ['pcl-5', pcl5, 15],
  ] as const)('%s: reliable change begins at its own number of points', (_, rules, points) => {
    expect(isReliableImprovement(points, 0, rules.reliableChange)).toBe(true);
    expect(isReliableImprovement(points - 1, 0, rules.reliableChange)).toBe(false);
    expect(isReliableDeterioration(0, points, rules.reliableDeterioration)).toBe(true);
    expect(isReliableDeterioration(0, points - 1, rules.reliableDeterioration)).toBe(false);
  });

  it.each([
    ['phq-9', phq9, 10],
    ['gad-7', gad7, 8],
    ['pcl-5', pcl5, 33],
  ] as const)('%s: a case begins at its cut-off', (_, rules, cutOff) => {
    expect(isEligibleBaseline(cutOff, rules.caseCutOff)).toBe(true);
    expect(isEligibleBaseline(cutOff - 1, rules.caseCutOff)).toBe(false);
  });

  it.each([
    ['phq-9', phq9, 5],
    ['gad-7', gad7, 4],
    ['pcl-5', pcl5, 9],
  ] as const)('%s: a change people notice begins at its own number of points', (_, rules, points) => {
    expect(isMinimalImportantDifference(points, 0, rules.minimalImportantDifference)).toBe(true);
    expect(isMinimalImportantDifference(points - 1, 0, rules.minimalImportantDifference)).toBe(false);
  });

  it('remission is below 5, and the PCL-5 has none', () => {
    expect([4, 5].map((last) => isRemission(last, phq9.remission))).toEqual([true, false]);
    expect([4, 5].map((last) => isRemission(last, gad7.remission))).toEqual([true, false]);
    expect(isRemission(0, pcl5.remission)).toBeNull();
  });
});

describe('clinicallySignificantChange', () => {
  it.each([
    ['phq-9 to just below', phq9, 16, 9, true],
    ['phq-9 by just a reliable fall', phq9, 15, 9, true],
    ['phq-9 from the total itself', phq9, 10, 4, true],
    ['phq-9 to the total itself', phq9, 16, 10, false],
    ['phq-9 without a reliable fall', phq9, 10, 9, false],
    ['phq-9 from below', phq9, 9, 2, false],
    ['gad-7 to just below', gad7, 12, 7, true],
    ['gad-7 to the total itself', gad7, 12, 8, false],
    ['pcl-5 to 28 at most', pcl5, 50, 28, true],
    ['pcl-5 to 29', pcl5, 50, 29, false],
  ] as const)('%s', (_, rules, first, last, isSignificant) => {
    expect(clinicallySignificantChange(first, last, rules)).toBe(isSignificant);
  });
});

describe('change', () => {
  it('is negative for improvement', () => {
    expect(change(17, 12)).toBe(-5);
    expect(change(12, 17)).toBe(5);
    expect(percentOfBaseline(20, 5)).toBe(25);
    expect(percentFall(20, 5)).toBe(75);
  });

  it('takes 0 for a score', () => {
    expect(change(17, 0)).toBe(-17);
    expect(change(0, 3)).toBe(3);
    expect(isResponse(17, 0, phq9.response)).toBe(true);
    expect(isRemission(0, phq9.remission)).toBe(true);
    expect(isReliableDeterioration(0, 6, phq9.reliableDeterioration)).toBe(true);
  });

  it('gives no response and no percentage of a baseline of 0', () => {
    expect(isResponse(0, 0, phq9.response)).toBeNull();
    expect(percentOfBaseline(0, 3)).toBeNull();
    expect(percentFall(0, 3)).toBeNull();
  });

  it('compares shares exactly where a quotient would round', () => {
    expect(isResponse(70, 49, { id: 'a fall of 30 %', fallPercent: 30 })).toBe(true);
    expect(isResponse(15, 8, phq9.response)).toBe(false);
    expect(isResponse(15, 7, phq9.response)).toBe(true);
  });

  it.each([
    [null, 5],
    [5, null],
    [null, null],
  ])('answers nothing of %p and %p', (first, last) => {
    expect(change(first, last)).toBeNull();
    expect(percentOfBaseline(first, last)).toBeNull();
    expect(percentFall(first, last)).toBeNull();
    expect(isResponse(first, last, phq9.response)).toBeNull();
    expect(isReliableImprovement(first, last, phq9.reliableChange)).toBeNull();
    expect(isReliableDeterioration(first, last, phq9.reliableDeterioration)).toBeNull();
    expect(isMinimalImportantDifference(first, last, phq9.minimalImportantDifference)).toBeNull();
    expect(clinicallySignificantChange(first, last, phq9)).toBeNull();
  });

  it('answers nothing of a missing total alone', () => {
    expect(isEligibleBaseline(null, phq9.caseCutOff)).toBeNull();
    expect(isRemission(null, phq9.remission)).toBeNull();
  });
});
