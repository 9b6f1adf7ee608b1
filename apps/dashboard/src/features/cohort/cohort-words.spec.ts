import { formatPercent } from '../../ui/format';
import { cohortPeopleQueryOf, cohortQueryOf, peopleAddress } from './cohort-address';
import { findingWords, rateWords } from './cohort-words';

const percent = (fraction: number) => formatPercent(fraction, 'en-US');
const rate = { x: 98, n: 218, p: 0.4495412844, lo: 0.38494952457, hi: 0.51588055419 };

describe('a rate in words', () => {
  it('says counts first, then the share with its interval', () => {
    expect(rateWords(rate, percent)).toBe('98 of 218 (45 %, 38 to 52)');
  });

  it('keeps 0 of n, and says when there is nobody to count', () => {
    expect(rateWords({ x: 0, n: 20, p: 0, lo: 0, hi: 0.161 }, percent)).toBe('0 of 20 (0 %, 0 to 16)');
    expect(rateWords({ x: 0, n: 0, p: null, lo: null, hi: null }, percent)).toBe('nobody to count yet');
    expect(findingWords({ x: 0, n: 0, p: null, lo: null, hi: null }, percent)).toMatch(/No course/);
  });
});

describe('the address of the outcomes', () => {
  it('is read with its filters, and an impossible part is left out', () => {
    const asked = new URLSearchParams('instrument=gad-7&agent=ketamine&route=iv&from=2026-01-01');
    expect(cohortQueryOf(asked)).toEqual({
      instrument: 'gad-7',
      agent: 'ketamine',
      route: 'iv',
      from: '2026-01-01',
    });
    expect(cohortQueryOf(new URLSearchParams('instrument=bdi'))).toEqual({ instrument: 'phq-9' });
  });

  it('leads to the people behind a number and back', () => {
    const address = peopleAddress('harbor', {
      instrument: 'phq-9',
      agent: 'ketamine',
      endpoint: 'last-recorded',
      count: 'response',
    });
    expect(cohortPeopleQueryOf(new URL(address, 'http://x').searchParams)).toEqual({
      instrument: 'phq-9',
      agent: 'ketamine',
      endpoint: 'last-recorded',
      count: 'response',
      part: 'with',
    });
    expect(cohortPeopleQueryOf(new URLSearchParams('count=everything'))).toBeNull();
  });
});
