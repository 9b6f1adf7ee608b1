import { readDraftFields } from '@courseline/contracts';
import { aSessionLog } from '../../testing/session-log-builder';
import { doseWeightKg, orderedDose } from './dose-order';

const values = (fields: Record<string, unknown> = {}) =>
  readDraftFields(Object.fromEntries(Object.entries(fields).map(([path, value]) => [path, { value }])));
const weight = (value: number, unit: 'kg' | 'lb', confirmed = false) =>
  values({ weight: { value, unit, on: '2026-11-17', confirmed } });

describe('the dose as ordered', () => {
  it('is reckoned from the last weight until there is one of today', () => {
    expect(orderedDose(aSessionLog(), values())).toEqual({ kind: 'known', mg: 42, perKg: 0.5, weightKg: 84 });
    expect(orderedDose(aSessionLog(), weight(88, 'kg'))).toMatchObject({ mg: 44 });
    expect(orderedDose(aSessionLog(), weight(185, 'lb'))).toMatchObject({ mg: 42, weightKg: 83.915 });
  });

  it('does not exist while a weight is in doubt, and does once it is confirmed', () => {
    expect(orderedDose(aSessionLog(), weight(185, 'kg'))).toEqual({
      kind: 'needs-weight',
      perKg: 0.5,
      inDoubt: true,
    });
    expect(orderedDose(aSessionLog(), weight(185, 'kg', true))).toMatchObject({ mg: 92.5 });
  });

  it('needs a weight where it is ordered per kg', () => {
    const log = aSessionLog({ lastWeight: null });
    expect(doseWeightKg(log, values())).toBeNull();
    expect(orderedDose(log, values())).toMatchObject({ kind: 'needs-weight', inDoubt: false });
    expect(orderedDose(log, weight(80, 'kg'))).toMatchObject({ mg: 40 });
  });

  it('is in mg whatever the weight where it is ordered in mg', () => {
    const log = aSessionLog({ session: { orderedMg: 56, orderedMgPerKg: null }, lastWeight: null });
    expect(orderedDose(log, values())).toEqual({ kind: 'known', mg: 56, perKg: null, weightKg: null });
  });

  it('follows the weight put right, whatever was reckoned from the wrong one', () => {
    const log = aSessionLog({ session: { orderedMg: 88, orderedMgPerKg: 0.5 } });
    expect(orderedDose(log, weight(79.8, 'kg'))).toMatchObject({ mg: 39.9, perKg: 0.5 });
  });

  it('may be missing', () => {
    const log = aSessionLog({ session: { orderedMg: null, orderedMgPerKg: null } });
    expect(orderedDose(log, values())).toEqual({ kind: 'not-ordered' });
  });
});
