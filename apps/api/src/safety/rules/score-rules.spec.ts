import { rulesInForce } from './catalogue.js';
import { scoreAlerts, type JudgedInstrument, type ScoresToJudge } from './score-rules.js';

const standard = rulesInForce([]);

interface Course {
  readonly instrument?: JudgedInstrument;
  /** Day of the course and total, in order; the last is the form that was just stored. */
  readonly scores: readonly (readonly [day: number, total: number])[];
  readonly sessionsGiven?: number;
  readonly change?: Partial<ScoresToJudge>;
}

function judged({ instrument = 'phq-9', scores, sessionsGiven = 1, change }: Course, rules = standard) {
  const points = scores.map(([day, total], at) => ({
    id: `f${at}`,
    day,
    at: null,
    total,
    afterDose: false,
    inCourse: true,
  }));
  return scoreAlerts(
    {
      instrument,
      formId: `f${scores.length - 1}`,
      points,
      doses: [],
      firstDoseAt: null,
      sessionsGiven,
      ...change,
    },
    rules,
  );
}
const firedBy = (course: Course, rules = standard): string[] => {
  const { ofForm, ofCourse } = judged(course, rules);
  return [...ofForm, ...ofCourse].map(({ rule, level }) => `${rule.id} ${level}`);
};

describe('a rise', () => {
  it.each([
    // The edges of NHS Talking Therapies (6 and 4) and of our own 10, against the form before.
    ['phq-9', [10, 15], []],
    ['phq-9', [10, 16], ['phq-9-rise amber']],
    ['gad-7', [5, 8], []],
    ['gad-7', [5, 9], ['gad-7-rise amber']],
    ['pcl-5', [40, 49], []],
    ['pcl-5', [40, 50], ['pcl-5-rise amber']],
    ['phq-9', [0, 6], ['phq-9-rise amber']],
    // 20 begins the severe band (Kroenke 2001): red in place of amber, and only with the rise.
    ['phq-9', [13, 19], ['phq-9-rise amber']],
    ['phq-9', [14, 20], ['phq-9-severe-rise red']],
    ['phq-9', [15, 20], []],
    ['gad-7', [10, 21], ['gad-7-rise amber']],
  ] as const)('of the %s from and to %j fires %j', (instrument, [from, to], fired) => {
    expect(
      firedBy({
        instrument,
        scores: [
          [1, from],
          [8, to],
        ],
      }),
    ).toEqual(fired);
  });

  it('is seen from the baseline too, in steps that are too small from form to form, and says from which', () => {
    const { ofForm } = judged({
      scores: [
        [0, 10],
        [7, 13],
        [14, 16],
      ],
    });
    expect(ofForm.map(({ facts }) => facts)).toEqual([
      { kind: 'score', instrument: 'phq-9', total: 16, from: 10, comparedWith: 'baseline' },
    ]);
    expect(
      firedBy({
        scores: [
          [0, 10],
          [7, 13],
          [14, 15],
        ],
      }),
    ).toEqual([]);
  });

  it('follows the numbers of the clinic, and is silent where it is switched off', () => {
    const own = (enabled: boolean, points: number) =>
      rulesInForce([{ rule: 'phq-9-rise', n: 1, enabled, parameters: { points } }]);
    const scores = [
      [1, 4],
      [8, 11],
    ] as const;
    expect(firedBy({ scores }, own(true, 8))).toEqual([]);
    expect(firedBy({ scores }, own(true, 7))).toEqual(['phq-9-rise amber']);
    expect(firedBy({ scores }, own(false, 7))).toEqual([]);
  });

  it('falls back to amber where the clinic has switched the red rule off', () => {
    const off = rulesInForce([{ rule: 'phq-9-severe-rise', n: 1, enabled: false, parameters: {} }]);
    expect(
      firedBy(
        {
          scores: [
            [1, 14],
            [8, 21],
          ],
        },
        off,
      ),
    ).toEqual(['phq-9-rise amber']);
  });

  it('has nothing to be compared with in a first form', () => {
    expect(firedBy({ scores: [[0, 27]] })).toEqual([]);
  });

  it('does not count what was answered after a dose, nor an older form that comes in late', () => {
    const points = (afterDose: boolean) => [
      { id: 'a', day: 1, at: null, total: 5, afterDose: false, inCourse: true },
      { id: 'b', day: 8, at: null, total: 20, afterDose, inCourse: true },
    ];
    const course = (afterDose: boolean, formId: string) =>
      firedBy({ scores: [], change: { points: points(afterDose), formId } });
    expect(course(true, 'b')).toEqual([]);
    expect(course(false, 'b')).toEqual(['phq-9-severe-rise red']);
    expect(course(false, 'a')).toEqual([]);
  });
});

describe('worsening by reliable change from the best', () => {
  it('is told once, when it is reached in small steps', () => {
    const drift = [
      [0, 20],
      [7, 8],
      [14, 11],
      [21, 14],
    ] as const;
    expect(firedBy({ scores: drift.slice(0, 3) })).toEqual([]);
    expect(firedBy({ scores: drift })).toEqual(['reliable-worsening amber']);
    expect(firedBy({ scores: [...drift, [28, 14]] })).toEqual([]);
  });

  it('is not told of one step, on which the rule about a rise has decided', () => {
    expect(
      firedBy({
        scores: [
          [0, 20],
          [7, 5],
          [14, 11],
        ],
      }),
    ).toEqual(['phq-9-rise amber']);
  });

  it('takes 15 points of the PCL-5 (Marx 2022)', () => {
    const course = (last: number) =>
      firedBy({
        instrument: 'pcl-5',
        scores: [
          [0, 60],
          [7, 30],
          [14, 37],
          [21, last],
        ],
      });
    expect(course(44)).toEqual([]);
    expect(course(45)).toEqual(['reliable-worsening amber']);
  });
});

describe('loss of response', () => {
  // Baseline 20: 10 is a response (50 %), 11 is not.
  const confirmed = [
    [0, 20],
    [7, 10],
    [14, 10],
  ] as const;

  it('needs two in a row without after two in a row with, and is told at the second', () => {
    expect(firedBy({ scores: [...confirmed, [21, 11]] })).toEqual([]);
    expect(firedBy({ scores: [...confirmed, [21, 11], [28, 11]] })).toEqual(['loss-of-response amber']);
    expect(firedBy({ scores: [...confirmed, [21, 11], [28, 11], [35, 11]] })).toEqual([]);
    expect(
      firedBy({
        scores: [
          [0, 20],
          [7, 10],
          [21, 11],
          [28, 11],
        ],
      }),
    ).toEqual([]);
    expect(firedBy({ scores: [...confirmed, [21, 11], [28, 10]] })).toEqual([]);
  });

  it('is not asked of a baseline that was no case', () => {
    expect(
      firedBy({
        scores: [
          [0, 9],
          [7, 4],
          [14, 4],
          [21, 5],
          [28, 5],
        ],
      }),
    ).toEqual([]);
  });
});

describe('little benefit after induction', () => {
  it.each([
    // 20 to 15 is a fall of 25 %; 16 is 20 %.
    [20, 15, 6, []],
    [20, 16, 6, ['little-change amber']],
    [20, 16, 5, []],
    [9, 9, 6, []],
  ] as const)('from %i to %i after %i doses fires %j', (from, to, sessionsGiven, fired) => {
    expect(
      firedBy({
        scores: [
          [0, from],
          [21, to],
        ],
        sessionsGiven,
      }),
    ).toEqual(fired);
  });

  it('belongs to the course and not to the form, so that it is told once', () => {
    const { ofForm, ofCourse } = judged({
      scores: [
        [0, 20],
        [21, 18],
      ],
      sessionsGiven: 6,
    });
    expect(ofForm).toEqual([]);
    expect(ofCourse.map(({ facts }) => facts)).toEqual([
      { kind: 'fall', instrument: 'phq-9', baseline: 20, total: 18, sessionsGiven: 6 },
    ]);
  });
});
