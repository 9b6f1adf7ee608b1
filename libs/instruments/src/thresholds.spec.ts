import {
  findThresholdRuleSet,
  gad7,
  getInstrument,
  pcl5,
  phq4,
  phq9,
  thresholdRuleSets,
  thresholdsOf,
  type ThresholdRuleSet,
} from './index.js';

const pointsOf = (ruleSet: ThresholdRuleSet) => ({
  case: ruleSet.caseCutOff.standard.atLeast,
  otherCases: ruleSet.caseCutOff.alternatives.map((cutOff) => cutOff.atLeast),
  response: ruleSet.response.minimumFall,
  remissionBelow: ruleSet.remission?.below ?? null,
  important: [ruleSet.minimalImportantChange.points, ruleSet.minimalImportantChange.upTo],
  reliable: ruleSet.reliableChange.standard.points,
  otherReliable: ruleSet.reliableChange.alternatives.map((rule) => rule.points),
  clinicallySignificantAtMost: ruleSet.clinicallySignificantAtMost.total,
  worse: [ruleSet.deterioration.alert.points, ruleSet.deterioration.report.points],
});

describe('the outcome thresholds', () => {
  test('PHQ-9: case 10, half for response, below 5 for remission, 5 important, 6 reliable', () => {
    expect(pointsOf(thresholdsOf('phq-9'))).toEqual({
      case: 10,
      otherCases: [],
      response: 0.5,
      remissionBelow: 5,
      important: [5, null],
      reliable: 6,
      otherReliable: [],
      clinicallySignificantAtMost: 9,
      worse: [6, 6],
    });
  });

  test('GAD-7: case 8 in the NHS and 10 in research, 4 reliable and 6 by the stricter source', () => {
    expect(pointsOf(thresholdsOf('gad-7'))).toEqual({
      case: 8,
      otherCases: [10],
      response: 0.5,
      remissionBelow: 5,
      important: [4, null],
      reliable: 4,
      otherReliable: [6],
      clinicallySignificantAtMost: 7,
      worse: [4, 4],
    });
  });

  test('PCL-5: case 33, no remission, 15 reliable with 18 and 10 beside it', () => {
    expect(pointsOf(thresholdsOf('pcl-5'))).toEqual({
      case: 33,
      otherCases: [31, 32],
      response: 0.5,
      remissionBelow: null,
      important: [9, 12],
      reliable: 15,
      otherReliable: [18, 10],
      clinicallySignificantAtMost: 28,
      worse: [10, 15],
    });
  });

  test('PCL-5 response by half is marked as our own rule', () => {
    expect(thresholdsOf('pcl-5').response.ownRule).toBe(true);
    expect(thresholdsOf('phq-9').response.ownRule).toBe(false);
  });

  test.each(['phq-4', 'madrs', 'cadss', 'qids-sr'] as const)('%s has no rule set', (instrument) => {
    expect(thresholdsOf(instrument)).toBeNull();
  });

  test('every standard cut-off is one the instrument itself lists', () => {
    for (const definition of [phq9, gad7, pcl5]) {
      const listed = definition.cutOffs.map((cutOff) => cutOff.value);
      expect(listed).toContain(thresholdsOf(definition.id).caseCutOff.standard.atLeast);
    }
    expect(phq4.cutOffs.map((cutOff) => [cutOff.cluster, cutOff.value])).toEqual([
      ['anxiety', 3],
      ['depression', 3],
    ]);
  });

  test('every rule set is found by its id, dated, sourced, and within the range of its instrument', () => {
    expect(new Set(thresholdRuleSets.map((ruleSet) => ruleSet.id)).size).toBe(thresholdRuleSets.length);
    for (const ruleSet of thresholdRuleSets) {
      const { min, max } = getInstrument(ruleSet.instrument).range;
      expect(findThresholdRuleSet(ruleSet.id)).toBe(ruleSet);
      expect(ruleSet.effectiveFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      for (const cutOff of [ruleSet.caseCutOff.standard, ...ruleSet.caseCutOff.alternatives]) {
        expect(cutOff.atLeast).toBeGreaterThan(min);
        expect(cutOff.atLeast).toBeLessThanOrEqual(max);
      }
      const sourced = [
        ruleSet.caseCutOff.standard,
        ...ruleSet.caseCutOff.alternatives,
        ruleSet.response,
        ruleSet.minimalImportantChange,
        ruleSet.reliableChange.standard,
        ...ruleSet.reliableChange.alternatives,
        ruleSet.clinicallySignificantAtMost,
        ruleSet.deterioration.alert,
        ruleSet.deterioration.report,
      ];
      for (const rule of sourced) expect(rule.citation).not.toBe('');
    }
  });

  test('an unknown rule set is null', () => {
    expect(findThresholdRuleSet('phq-9-thresholds-0')).toBeNull();
  });
});
