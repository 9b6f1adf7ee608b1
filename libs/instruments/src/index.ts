export { checkAnswers, checkExtraAnswer, AnswerError } from './answers.js';
export type { Answers, AnswerRule } from './answers.js';
export type {
  AnswerOption,
  Band,
  Cluster,
  Construct,
  CutOff,
  Definition,
  ExtraItem,
  Item,
  Range,
} from './instrument.js';
export { hasValidLoincCheckDigit } from './loinc.js';
export { harmItemFlag, pcl5ProvisionalRule } from './pcl-5-rules.js';
export { item9, phq9Algorithm } from './phq-9-rules.js';
export type { Item9, Phq9Syndrome } from './phq-9-rules.js';
export {
  findInstrument,
  getInstrument,
  instruments,
  scoredInstruments,
  UnknownInstrumentError,
} from './registry.js';
export type { InstrumentDefinition, InstrumentId } from './registry.js';
export { scoreAssessment } from './score.js';
export type { ClusterScore, Score, ScoreStatus } from './score.js';
export { findThresholdRuleSet, thresholdsOf } from './thresholds.js';
export type {
  CaseCutOff,
  Choice,
  PointsRule,
  Sourced,
  ThresholdInstrumentId,
  ThresholdRuleSet,
} from './threshold.js';
export { thresholdRuleSets } from './threshold-rule-sets.js';
export { bandOf, checkImportedTotal, TotalError } from './total.js';
export type { TotalRule } from './total.js';
export { cadss } from './cadss.js';
export { gad7 } from './gad-7.js';
export { madrs } from './madrs.js';
export { pcl5 } from './pcl-5.js';
export { phq4 } from './phq-4.js';
export { phq9 } from './phq-9.js';
export { qidsSr } from './qids-sr.js';
export { rightNow } from './right-now.js';
