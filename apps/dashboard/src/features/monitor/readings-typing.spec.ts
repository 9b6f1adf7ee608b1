import { afterDigit, isWhole, nextKind, readTyped, typingProblems, type TypedKind } from './readings-typing';

/** Types digits as on the pad, going on to the next field where one is whole. */
function type(digits: string): Partial<Record<TypedKind, string>> {
  let kind: TypedKind = 'systolic';
  const typed: Partial<Record<TypedKind, string>> = {};
  for (const digit of digits) {
    const text = afterDigit(kind, typed[kind] ?? '', digit);
    typed[kind] = text;
    if (isWhole(kind, text)) kind = nextKind(kind);
  }
  return typed;
}

describe('readings on the number pad', () => {
  it('need no key between the fields where no further digit can follow', () => {
    expect(type('12882749816')).toEqual({
      systolic: '128',
      diastolic: '82',
      pulse: '74',
      spo2: '98',
      'respiratory-rate': '16',
    });
    expect(type('92')).toEqual({ systolic: '92' });
  });

  it('wait where a third digit could follow', () => {
    expect(type('18811')).toEqual({ systolic: '188', diastolic: '11' });
    expect(type('188112')).toEqual({ systolic: '188', diastolic: '112' });
  });

  it('begin anew when a whole value is typed over', () => {
    expect(afterDigit('pulse', '74', '8')).toBe('8');
    expect(afterDigit('pulse', '0', '8')).toBe('8');
  });

  it('say what cannot be', () => {
    expect(typingProblems({ systolic: '128', diastolic: '82' })).toEqual({});
    expect(typingProblems({ systolic: '128' })).toEqual({ diastolic: 'missing' });
    expect(typingProblems({ diastolic: '82' })).toEqual({ systolic: 'missing' });
    expect(typingProblems({ systolic: '82', diastolic: '128' })).toEqual({ diastolic: 'below the upper' });
    expect(typingProblems({ spo2: '101', pulse: '10' })).toEqual({ spo2: '40 to 100', pulse: '20 to 250' });
  });

  it('become numbers, and what was not typed is not there', () => {
    expect(readTyped({ systolic: '128', diastolic: '82', pulse: '' })).toEqual({
      systolic: 128,
      diastolic: 82,
    });
  });
});
