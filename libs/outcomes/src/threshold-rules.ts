import { thresholdsOf, type ThresholdInstrumentId, type ThresholdRuleSet } from '@courseline/instruments';
import type { OutcomeRules } from './outcome-rules.js';

/**
 * The outcome rules that a set of published thresholds stands for: its standard choices, the version of each
 * rule in its id, and every published reliable change as a fall to report. Sources: in the rule set.
 */
export function outcomeRulesOf(ruleSet: ThresholdRuleSet): OutcomeRules {
  const { caseCutOff, response, remission, minimalImportantChange, reliableChange, deterioration } = ruleSet;
  const { id: caseId, atLeast } = caseCutOff.standard;
  const falls = [reliableChange.standard, ...reliableChange.alternatives];
  return {
    instrument: ruleSet.instrument,
    caseCutOff: { id: caseId, atLeast },
    // Whole tenths of a per cent, so that 0.3 is 30 and not 30.000000000000004.
    response: { id: `${ruleSet.id}/response`, fallPercent: Math.round(response.minimumFall * 1000) / 10 },
    remission: remission && { id: `${ruleSet.id}/remission`, below: remission.below },
    reliableChange: { id: reliableChange.standard.id, points: reliableChange.standard.points },
    minimalImportantDifference: {
      id: `${ruleSet.id}/minimal-important-difference`,
      points: minimalImportantChange.points,
    },
    clinicallySignificantChange: {
      id: `${ruleSet.id}/clinically-significant-change`,
      // Totals are whole numbers, prorated ones rounded: at most 28 is below 29.
      below: ruleSet.clinicallySignificantAtMost.total + 1,
    },
    reliableDeterioration: { id: deterioration.report.id, points: deterioration.report.points },
    alertRise: { id: deterioration.alert.id, points: deterioration.alert.points },
    improvementPoints: falls
      .map(({ id, points }) => ({ id, points }))
      .toSorted((a, b) => a.points - b.points),
  };
}

/** The outcome rules by which an instrument is judged now. */
export function currentOutcomeRules(instrument: ThresholdInstrumentId): OutcomeRules {
  return outcomeRulesOf(thresholdsOf(instrument));
}
