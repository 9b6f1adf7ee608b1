import fc from 'fast-check';
import { inUnit, kilograms, weightQuestion } from './weight.js';

describe('weight', () => {
  it('converts by the international pound of 0.45359237 kg', () => {
    expect(kilograms(100, 'lb')).toBe(45.359);
    expect(kilograms(185.2, 'lb')).toBe(84.005);
    expect(kilograms(84, 'kg')).toBe(84);
    expect(inUnit(84, 'lb')).toBe(185.2);
  });

  it('comes back within a tenth after a round trip in either unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 4000 }),
        fc.constantFrom('kg' as const, 'lb' as const),
        (tenths, unit) => {
          expect(Math.abs(inUnit(kilograms(tenths / 10, unit), unit) - tenths / 10)).toBeLessThan(0.051);
        },
      ),
      { seed: 20_261_124 },
    );
  });

  it('asks about a weight more than 10 % off the last, and not about one exactly 10 % off', () => {
    expect(weightQuestion(88, 'kg', 80)).toBeNull();
    expect(weightQuestion(88.1, 'kg', 80)).toMatchObject({ lastKg: 80, likelyUnit: null });
    expect(weightQuestion(71.9, 'kg', 80)).not.toBeNull();
  });

  it('recognises pounds typed for kilograms, and kilograms typed for pounds', () => {
    expect(weightQuestion(185, 'kg', 84)?.likelyUnit).toBe('lb');
    expect(weightQuestion(84, 'lb', 84)?.likelyUnit).toBe('kg');
  });

  it('asks about a first weight outside 40 to 150 kg, and about none at the edges', () => {
    for (const usual of [40, 150]) expect(weightQuestion(usual, 'kg', null)).toBeNull();
    expect(weightQuestion(176, 'lb', null)).toBeNull();
    expect(weightQuestion(39.9, 'kg', null)).toMatchObject({ rule: 'first-weight-unusual' });
    expect(weightQuestion(150.1, 'kg', null)).toMatchObject({ rule: 'first-weight-unusual' });
  });

  it('offers the other unit for a first weight where that would be a usual one', () => {
    expect(weightQuestion(176, 'kg', null)).toMatchObject({ likelyUnit: 'lb' });
    expect(weightQuestion(80, 'lb', null)).toMatchObject({ likelyUnit: 'kg' });
    expect(weightQuestion(30, 'kg', null)).toMatchObject({ likelyUnit: null });
  });

  it('holds a weight that has one before it against that one alone', () => {
    expect(weightQuestion(176, 'kg', 170)).toBeNull();
  });
});
