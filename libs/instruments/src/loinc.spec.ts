import { hasValidLoincCheckDigit, instruments } from './index.js';

const termCodes = instruments.flatMap((definition) => [
  ...[definition.loinc.panel, definition.loinc.total].filter((code) => code !== undefined),
  ...[...definition.items, ...definition.extraItems].flatMap((item) => item.loinc ?? []),
]);

describe('the LOINC check digit', () => {
  test('there are codes to check', () => {
    expect(termCodes.length).toBeGreaterThanOrEqual(30);
  });

  test.each(termCodes)('%s is right', (code) => {
    expect(hasValidLoincCheckDigit(code)).toBe(true);
  });

  // Published codes outside the instruments: blood pressure, heart rate, SpO2, weight, PHQ-2.
  test.each(['85354-9', '8480-6', '8462-4', '8867-4', '59408-5', '2708-6', '9279-1', '29463-7', '55757-9'])(
    '%s is right',
    (code) => {
      expect(hasValidLoincCheckDigit(code)).toBe(true);
    },
  );

  test('44254-2, a misprint of PHQ-9 item 4, is wrong', () => {
    expect(hasValidLoincCheckDigit('44254-2')).toBe(false);
  });

  test.each(termCodes)('no other last digit fits %s', (code) => {
    const stem = code.slice(0, -1);
    const fitting = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((digit) =>
      hasValidLoincCheckDigit(`${stem}${digit}`),
    );
    expect(fitting).toEqual([Number(code.slice(-1))]);
  });

  test.each([
    '',
    '44254',
    '44254-',
    '-1',
    '44254-11',
    'LA6568-5',
    'LL358-3',
    ' 44254-1',
    '44254-1\n',
    '12345678-9',
  ])('%j is not a term code', (text) => {
    expect(hasValidLoincCheckDigit(text)).toBe(false);
  });
});
