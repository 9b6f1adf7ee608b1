import { aStanding } from '../../testing/trajectory-builder';
import { phq9Instrument } from '../../testing/trajectory-instrument-builder';
import { totalPoint } from '../../testing/trajectory-point-builder';
import { formatPercent, formatSigned } from '../../ui/format';
import { findingSummary, findingTitle } from './finding-words';

const words = {
  signed: formatSigned,
  percent: (fraction: number) => formatPercent(fraction, 'en-US'),
  nearDay: (day: string) => day,
};
const start = (total: number) => totalPoint({ instrument: 'phq-9', date: '2026-11-02', day: -1 }, total);
const end = (total: number) => totalPoint({ instrument: 'phq-9', date: '2026-11-17', day: 14 }, total);

function course(from: number, to: number, facts: object) {
  const [first, last] = [start(from), end(to)];
  return phq9Instrument({
    points: [first, last],
    baselinePoint: first,
    standing: aStanding({ latest: last, baseline: from, days: 15, status: 'some-change', facts }),
  });
}

describe('what a chart finds', () => {
  it('says the number, where it came from and the strongest rule that holds', () => {
    expect(findingTitle(course(17, 12, { noticeable: true }), words)).toBe(
      'PHQ-9 12, was 17 (−5): a change people notice',
    );
    const remitted = { noticeable: true, reliableFall: true, response: true, remission: true };
    expect(findingTitle(course(20, 4, remitted), words)).toBe('PHQ-9 4, was 20 (−16): remission (below 5)');
    expect(findingTitle(course(20, 10, { ...remitted, remission: false }), words)).toBe(
      'PHQ-9 10, was 20 (−10): half or more is gone, a response',
    );
  });

  it('says worse as plainly as better', () => {
    expect(findingTitle(course(10, 17, { reliableRise: true }), words)).toBe(
      'PHQ-9 17, was 10 (+7): worse, beyond measurement error',
    );
    expect(findingTitle(course(10, 12, {}), words)).toBe(
      'PHQ-9 12, was 10 (+2): higher, within measurement error',
    );
  });

  it('claims no response or remission of a baseline below the case cut-off', () => {
    const low = { eligible: false, response: true, remission: true, noticeable: true };
    expect(findingTitle(course(8, 3, low), words)).toBe('PHQ-9 3, was 8 (−5): a change people notice');
    expect(findingSummary(course(8, 3, low), words)).toContain('response and remission are not counted');
  });

  it('takes a score of 0 for a score', () => {
    const facts = { noticeable: true, reliableFall: true, response: true, remission: true };
    expect(findingTitle(course(17, 0, facts), words)).toMatch(/^PHQ-9 0, was 17 \(−17\)/);
  });

  it('says what is missing, never that all is well', () => {
    const first = start(17);
    const onlyBaseline = phq9Instrument({ points: [first], baselinePoint: first });
    expect(findingTitle(onlyBaseline, words)).toBe('PHQ-9 17 at baseline, nothing since');
    expect(findingTitle(phq9Instrument({}), words)).toBe('PHQ-9: not asked in this course');
    expect(findingTitle(phq9Instrument({ points: [first] }), words)).toBe('PHQ-9 17 before the first dose');
    const noBaseline = { status: 'no-baseline' as const, change: null, percentFall: null, days: null };
    const late = phq9Instrument({
      points: [end(12)],
      standing: {
        ...aStanding({ latest: end(12), baseline: 0, days: 0, status: 'no-baseline' }),
        ...noBaseline,
      },
    });
    expect(findingTitle(late, words)).toBe('PHQ-9 12, without a baseline to compare with');
  });

  it('says how far, in how long and by which rules', () => {
    expect(findingSummary(course(17, 12, { noticeable: true }), words)).toBe(
      '5 points lower in 15 days (29 %). A change people notice (5 or more); 6 is beyond measurement error; a response is 8 or less.',
    );
  });
});
