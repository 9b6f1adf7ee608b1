import { safetyRuleIds, type SafetyRuleId } from '@courseline/contracts';
import { riskRules } from './risk-catalogue.js';
import type { RuleDefinition, RuleInForce, RuleOverride, RulesInForce } from './rule-definition.js';
import { scoreRules } from './score-catalogue.js';
import { sessionRules } from './session-catalogue.js';

const byId: ReadonlyMap<string, RuleDefinition> = new Map(
  [...riskRules, ...scoreRules, ...sessionRules].map((rule) => [rule.id, rule]),
);

/** The definition of a rule. */
export function ruleDefinition(id: SafetyRuleId): RuleDefinition {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`There is no safety rule ${id}.`);
  return found;
}

/** Every rule, in the order in which they are shown. */
export const safetyRules: readonly RuleDefinition[] = safetyRuleIds.map(ruleDefinition);

/** The numbers a rule comes with. */
export function standardValues({ parameters }: RuleDefinition): Readonly<Record<string, number>> {
  return Object.fromEntries(parameters.map(({ name, standard }) => [name, standard]));
}

/**
 * The rules as a clinic has them: what it changed last, where a number is there and within its bounds; everything
 * else as it comes. A rule that may not be off is on whatever is stored.
 */
export function rulesInForce(overrides: readonly RuleOverride[]): RulesInForce {
  const changed = new Map(overrides.map((override) => [override.rule, override]));
  return (id) => inForce(ruleDefinition(id), changed.get(id));
}

function inForce(definition: RuleDefinition, override: RuleOverride | undefined): RuleInForce {
  const { id, version, level, mayBeOff, parameters } = definition;
  const values = Object.fromEntries(
    parameters.map(({ name, standard, from, to }) => {
      const own = override?.parameters[name];
      return [name, own !== undefined && own >= from && own <= to ? own : standard];
    }),
  );
  return {
    id,
    version,
    level,
    enabled: !mayBeOff || (override?.enabled ?? true),
    values,
    n: override?.n ?? 0,
  };
}

/** The words of a trigger with the numbers in force. */
export function triggerWords(definition: RuleDefinition, values: Readonly<Record<string, number>>): string {
  return definition.trigger.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
