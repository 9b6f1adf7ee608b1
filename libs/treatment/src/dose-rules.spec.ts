import { doseRulesBroken, mgPerKg, orderedMilligrams, timesOrdered } from './dose-rules.js';
import type { DoseGiven } from './dose-rules.js';

const iv = (mg: number, weightKg: number | null = 80): DoseGiven => ({
  agent: 'ketamine',
  route: 'iv',
  mg,
  weightKg,
});
const idOf = (dose: DoseGiven): string | undefined => doseRulesBroken(dose)[0]?.id;

describe('dose rules', () => {
  it('orders 40 mg for 80 kg at 0.5 mg/kg', () => {
    expect(orderedMilligrams(0.5, 80)).toBe(40);
    expect(orderedMilligrams(0.5, 84)).toBe(42);
    expect(mgPerKg(42, 84)).toBe(0.5);
    expect(mgPerKg(42, null)).toBeNull();
  });

  it('says how many times the order was given, and nothing about the order itself', () => {
    expect(timesOrdered(88, 39.9)).toBe(2.2);
    expect(timesOrdered(21, 42)).toBe(0.5);
    expect(timesOrdered(0, 42)).toBe(0);
    expect(timesOrdered(42, 42)).toBeNull();
    expect(timesOrdered(43, 42)).toBeNull();
    expect(timesOrdered(42, null)).toBeNull();
  });

  it('holds the bounds of infusion and injection at and beside each edge', () => {
    expect(idOf(iv(80))).toBeUndefined();
    expect(idOf(iv(80.1))).toBe('parenteral-above-1');
    expect(idOf(iv(160))).toBe('parenteral-above-1');
    expect(idOf(iv(160.1))).toBe('parenteral-above-2');
    expect(idOf(iv(800))).toBe('parenteral-above-2');
    expect(idOf(iv(800.1))).toBe('parenteral-above-10');
    expect(idOf(iv(8))).toBeUndefined();
    expect(idOf(iv(7.9))).toBe('parenteral-below-0.1');
    for (const route of ['im', 'sc'] as const) expect(idOf({ ...iv(161), route })).toBe('parenteral-above-2');
  });

  it('has wider bounds by mouth', () => {
    expect(idOf({ ...iv(560), route: 'sublingual' })).toBeUndefined();
    expect(idOf({ ...iv(560.1), route: 'oral' })).toBe('oral-above-7');
    expect(idOf({ ...iv(39.9), route: 'sublingual' })).toBe('oral-below-0.5');
  });

  it('knows esketamine by its devices and not by weight', () => {
    const esketamine = (mg: number): DoseGiven => ({
      agent: 'esketamine',
      route: 'intranasal',
      mg,
      weightKg: 50,
    });
    for (const mg of [28, 56, 84]) expect(doseRulesBroken(esketamine(mg))).toEqual([]);
    expect(idOf(esketamine(57))).toBe('esketamine-not-28-56-84');
  });

  it('says nothing about a dose that was not given, or without a weight', () => {
    expect(doseRulesBroken(iv(0))).toEqual([]);
    expect(doseRulesBroken(iv(500, null))).toEqual([]);
  });
});
