import type { AnswersSeen } from '../assessments/answers-observers.js';

/** The rule an alert was raised by; a change of the rule is a new version. */
export const ITEM_9_RULE_VERSION = 'item-9-rule-1';

export interface AlertToRaise {
  readonly rule: 'item-9' | 'item-9-declined';
  readonly level: 'red' | 'amber';
  readonly value: number | null;
}

/**
 * What PHQ-9 item 9 (better off dead, hurting yourself) asks of staff: any answer above 0 is red until a person
 * records what was done, a skipped or declined one is amber. An answer of 0 raises nothing and never means safe.
 * That an answer above 0 marks a raised risk: Simon 2013, Psychiatr Serv 64:1195. The levels are our own rule.
 */
export function alertFor(answers: AnswersSeen): AlertToRaise | null {
  if (answers.instrument !== 'phq-9' || answers.item9 === undefined || answers.item9 === 0) return null;
  return answers.item9 === null
    ? { rule: 'item-9-declined', level: 'amber', value: null }
    : { rule: 'item-9', level: 'red', value: answers.item9 };
}
