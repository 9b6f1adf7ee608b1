import type { AlertFacts, RuleParameter, SafetyRuleId } from '@courseline/contracts';

/** A rule as it comes: a clinic may change its numbers within their bounds, and switch most of them off. */
export interface RuleDefinition {
  readonly id: SafetyRuleId;
  /** A change of what fires is a new version; each alert keeps the one that made it. */
  readonly version: string;
  readonly title: string;
  readonly level: 'red' | 'amber';
  /** When it fires, with `{name}` for the numbers of the clinic. */
  readonly trigger: string;
  readonly handling: string;
  readonly source: string;
  readonly parameters: readonly RuleParameter[];
  readonly mayBeOff: boolean;
}

/** A rule as it is in force in one clinic. */
export interface RuleInForce {
  readonly id: SafetyRuleId;
  readonly version: string;
  readonly level: 'red' | 'amber';
  readonly enabled: boolean;
  readonly values: Readonly<Record<string, number>>;
  /** How often the clinic has changed it. */
  readonly n: number;
}

/** What the clinic changed last of one rule. */
export interface RuleOverride {
  readonly rule: string;
  readonly n: number;
  readonly enabled: boolean;
  readonly parameters: Readonly<Record<string, number>>;
}

/** All rules of a clinic, found by their id. */
export type RulesInForce = (id: SafetyRuleId) => RuleInForce;

/** A rule that fired, with the numbers that made it. */
export interface FiredRule {
  readonly rule: RuleInForce;
  readonly level: 'red' | 'amber';
  readonly facts: AlertFacts;
}

/** Fires a rule that is on. */
export function fire(rule: RuleInForce, facts: AlertFacts, level = rule.level): FiredRule[] {
  return rule.enabled ? [{ rule, level, facts }] : [];
}

/** A number of a rule in force; a rule that has no such number is a fault of ours. */
export function numberOf(rule: RuleInForce, name: string): number {
  const value = rule.values[name];
  if (value === undefined) throw new RangeError(`The rule ${rule.id} has no number called ${name}.`);
  return value;
}
