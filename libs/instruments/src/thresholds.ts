import type { InstrumentId } from './registry.js';
import type { ThresholdInstrumentId, ThresholdRuleSet } from './threshold.js';
import { thresholdRuleSets } from './threshold-rule-sets.js';

/**
 * The rule set by which an instrument is judged now, or null for an instrument without one (PHQ-4, MADRS,
 * CADSS, QIDS-SR: shown, but no response or remission is computed from them). Sources: in each rule.
 */
export function thresholdsOf(instrument: ThresholdInstrumentId): ThresholdRuleSet;
export function thresholdsOf(instrument: InstrumentId): ThresholdRuleSet | null;
export function thresholdsOf(instrument: InstrumentId): ThresholdRuleSet | null {
  return thresholdRuleSets.find((ruleSet) => ruleSet.instrument === instrument) ?? null;
}

/** The rule set a stored result was made by, or null for an id this version of the product does not know. */
export function findThresholdRuleSet(id: string): ThresholdRuleSet | null {
  return thresholdRuleSets.find((ruleSet) => ruleSet.id === id) ?? null;
}
