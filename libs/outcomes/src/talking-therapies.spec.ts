import {
  talkingTherapies,
  talkingTherapiesOutcome,
  type TalkingTherapiesCourse,
} from './talking-therapies.js';
import { aScore, instant } from './testing/a-score.js';

const none = {
  recovery: false,
  reliableImprovement: false,
  reliableRecovery: false,
  reliableDeterioration: false,
};

describe('talkingTherapiesOutcome', () => {
  it.each([
    {
      phq: [15, 8],
      gad: [12, 6],
      verdict: { recovery: true, reliableImprovement: true, reliableRecovery: true },
    },
    { phq: [12, 9], gad: [9, 7], verdict: { recovery: true } },
    { phq: [22, 14], gad: [18, 13], verdict: { reliableImprovement: true } },
    { phq: [9, 5], gad: [7, 3], verdict: { atCaseness: false, reliableImprovement: true } },
    { phq: [15, 8], gad: [8, 12], verdict: {} },
    { phq: [10, 17], gad: [9, 10], verdict: { reliableDeterioration: true } },
    { phq: [16, 9], gad: [14, 8], verdict: { reliableImprovement: true } },
    {
      phq: [14, 8],
      gad: [7, 7],
      verdict: { recovery: true, reliableImprovement: true, reliableRecovery: true },
    },
  ])('PHQ-9 $phq, GAD-7 $gad', ({ phq, gad, verdict }) => {
    const [phqFirst, phqLast] = phq as [number, number];
    const [gadFirst, gadLast] = gad as [number, number];
    const actual = talkingTherapiesOutcome(
      { first: phqFirst, last: phqLast },
      { first: gadFirst, last: gadLast },
    );
    expect(actual).toEqual({ atCaseness: true, ...none, ...verdict });
  });

  it('takes a rise on anxiety alone for deterioration', () => {
    expect(talkingTherapiesOutcome({ first: 5, last: 5 }, { first: 5, last: 9 })).toEqual({
      atCaseness: false,
      ...none,
      reliableDeterioration: true,
    });
  });
});

describe('talkingTherapies', () => {
  const recovered: TalkingTherapiesCourse = {
    id: 'recovered',
    depression: [aScore(30, 8), aScore(-1, 15), aScore(7, 20)],
    anxiety: [aScore(-1, 12), aScore(30, 6)],
  };
  const worse: TalkingTherapiesCourse = {
    id: 'worse',
    depression: [aScore(-1, 5), aScore(30, 15)],
    anxiety: [aScore(-1, 5), aScore(30, 5)],
  };
  const once: TalkingTherapiesCourse = {
    id: 'once',
    depression: [aScore(-1, 15), aScore(30, 8)],
    anxiety: [aScore(-1, 12), aScore(30, null)],
  };
  const never: TalkingTherapiesCourse = { id: 'never', depression: [], anxiety: [] };

  it('counts courses with two scores on each measure, first against last in time', () => {
    const counted = talkingTherapies([worse, recovered, once, never]);
    expect(counted).toMatchObject({
      ruleId: 'nhs-talking-therapies/1',
      finished: 2,
      atCaseness: 1,
      recovery: 1,
      reliableImprovement: 1,
      reliableRecovery: 1,
      reliableDeterioration: 1,
    });
    expect(counted.people).toEqual({
      finished: ['recovered', 'worse'],
      atCaseness: ['recovered'],
      recovery: ['recovered'],
      reliableImprovement: ['recovered'],
      reliableRecovery: ['recovered'],
      reliableDeterioration: ['worse'],
    });
  });

  it('divides recovery by those at caseness and reliable change by all who finished', () => {
    const { rates } = talkingTherapies([worse, recovered]);
    expect(rates.recovery).toMatchObject({ x: 1, n: 1, p: 1 });
    expect(rates.reliableRecovery).toMatchObject({ x: 1, n: 1 });
    expect(rates.reliableImprovement).toMatchObject({ x: 1, n: 2, p: 0.5 });
    expect(rates.reliableDeterioration).toMatchObject({ x: 1, n: 2 });
  });

  it('passes over the acute effect of a dose', () => {
    const acute: TalkingTherapiesCourse = {
      id: 'acute',
      depression: [aScore(-1, 15), aScore(5, 2, { at: instant(5, 12) })],
      anxiety: [aScore(-1, 12), aScore(5, 2, { at: instant(5, 12) })],
      doses: [{ day: 5, at: instant(5, 10) }],
    };
    expect(talkingTherapies([acute]).finished).toBe(0);
  });

  it('has no rate of nobody', () => {
    expect(talkingTherapies([])).toMatchObject({ finished: 0, rates: { recovery: { n: 0, p: null } } });
  });
});
