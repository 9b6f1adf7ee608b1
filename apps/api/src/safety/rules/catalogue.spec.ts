import { safetyRuleIds } from '@courseline/contracts';
import { rulesInForce, safetyRules, standardValues, triggerWords } from './catalogue.js';

describe('the catalogue of safety rules', () => {
  it('has each rule once, with words, a version of its own and a source that names somebody or us', () => {
    expect(safetyRules.map(({ id }) => id)).toEqual([...safetyRuleIds]);
    expect(new Set(safetyRules.map(({ version }) => version)).size).toBe(safetyRuleIds.length - 1);
    for (const { id, trigger, handling, source } of safetyRules) {
      expect({ id, said: trigger.length > 10 && handling.length > 10 }).toEqual({ id, said: true });
      expect(`${id}: ${source}`).toMatch(/[Oo]ur own rule|\d{4}|[Ll]abelling/);
    }
  });

  it('stands within its own bounds, and says every number that it has', () => {
    for (const rule of safetyRules) {
      for (const { name, standard, from, to } of rule.parameters) {
        expect({ id: rule.id, name, fits: from <= standard && standard <= to }).toMatchObject({ fits: true });
        expect(`${rule.id}: ${rule.trigger}`).toContain(`{${name}}`);
      }
      expect(triggerWords(rule, standardValues(rule))).not.toMatch(/[{}]/);
    }
  });

  it('takes a number of the clinic only within its bounds, and never a rule about self-harm off', () => {
    const rules = rulesInForce([
      { rule: 'phq-9-rise', n: 3, enabled: false, parameters: { points: 40 } },
      { rule: 'item-9', n: 1, enabled: false, parameters: {} },
    ]);
    expect(rules('phq-9-rise')).toMatchObject({ enabled: false, values: { points: 6 }, n: 3 });
    expect(rules('item-9').enabled).toBe(true);
    expect(rules('gad-7-rise')).toMatchObject({ enabled: true, values: { points: 4 }, n: 0 });
  });
});
