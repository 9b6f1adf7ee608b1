import { thresholdsOf } from '@courseline/instruments';
import { currentOutcomeRules, outcomeRulesOf } from './threshold-rules.js';

describe('currentOutcomeRules', () => {
  it.each([
    ['phq-9', { case: 10, remission: 5, reliable: 6, noticed: 5, below: 10, worse: 6, alert: 6, falls: [6] }],
    [
      'gad-7',
      { case: 8, remission: 5, reliable: 4, noticed: 4, below: 8, worse: 4, alert: 4, falls: [4, 6] },
    ],
    [
      'pcl-5',
      {
        case: 33,
        remission: null,
        reliable: 15,
        noticed: 9,
        below: 29,
        worse: 15,
        alert: 10,
        falls: [10, 15, 18],
      },
    ],
  ] as const)('%s is judged by its published thresholds', (instrument, published) => {
    const rules = currentOutcomeRules(instrument);
    expect({
      case: rules.caseCutOff.atLeast,
      remission: rules.remission?.below ?? null,
      reliable: rules.reliableChange.points,
      noticed: rules.minimalImportantDifference.points,
      below: rules.clinicallySignificantChange.below,
      worse: rules.reliableDeterioration.points,
      alert: rules.alertRise.points,
      falls: rules.improvementPoints.map(({ points }) => points),
    }).toEqual(published);
    expect(rules.response.fallPercent).toBe(50);
    expect(rules.instrument).toBe(instrument);
  });

  it('gives each rule an id of its own', () => {
    const { improvementPoints: _, instrument: __, ...rules } = currentOutcomeRules('phq-9');
    const ids = Object.values(rules).map((rule) => rule?.id);
    expect(new Set(ids).size).toBe(ids.length - 1);
    expect(rules.alertRise.id).toBe(rules.reliableDeterioration.id);
  });
});

describe('outcomeRulesOf', () => {
  it('keeps a share of 0.3 a clean 30 %', () => {
    const ruleSet = thresholdsOf('phq-9');
    const rules = outcomeRulesOf({ ...ruleSet, response: { ...ruleSet.response, minimumFall: 0.3 } });
    expect(rules.response.fallPercent).toBe(30);
  });
});
