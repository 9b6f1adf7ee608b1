import { crisisLineSchema } from '@courseline/contracts';
import { countries, findCountry, guessCountry } from './crisis-line-table';

describe('crisis lines by country', () => {
  it.each(countries)('lists for $name only lines that the contract takes', ({ crisisLines }) => {
    for (const crisisLine of crisisLines) expect(crisisLineSchema.parse(crisisLine)).toEqual(crisisLine);
  });

  it('gives the American lines of the design', () => {
    expect(findCountry('US').crisisLines.map(({ phone, textTo }) => [phone, textTo])).toEqual([
      ['988', '988'],
      ['988', '838255'],
      ['911', null],
    ]);
  });

  it.each([
    ['Europe/London', 'en-US', 'GB'],
    ['America/Toronto', 'en-US', 'CA'],
    ['America/Chicago', 'en-US', 'US'],
    ['Australia/Perth', 'en-GB', 'AU'],
    ['Europe/Dublin', 'ga', 'IE'],
    ['Asia/Tokyo', 'ja-JP', 'other'],
    ['UTC', 'en', 'other'],
  ])('takes a browser in %s that speaks %s to stand in %s', (timeZone, language, code) => {
    expect(guessCountry(timeZone, language).code).toBe(code);
  });
});
