import { anasTrajectory } from '../testing/trajectory-builder';
import { aRightNowForm } from '../testing/trajectory-right-now-builder';
import { onsetScale } from './onset-scale';
import { median, onsetFinding, onsetForms, onsetMeasures, weeklyLines } from './onset-series';

type Told = readonly [session: number, hours: number | null, answers: readonly (number | null)[]];

function trajectoryOf(told: readonly Told[]) {
  const trajectory = anasTrajectory();
  return {
    ...trajectory,
    rightNow: told.map(([session, hours, answers]) => aRightNowForm(trajectory, session, hours, answers)),
  };
}
const measuresOf = (told: readonly Told[]) => onsetMeasures(onsetForms(trajectoryOf(told)));
const moodOf = (told: readonly Told[]) => {
  const [mood] = measuresOf(told);
  if (mood === undefined) throw new Error('the measure asks about mood');
  return mood;
};

describe('the hours after the doses', () => {
  it('put each form before, about 4 or about 24 hours after its dose', () => {
    const forms = onsetForms(
      trajectoryOf([
        [1, -1, [1, 1, 1]],
        [1, 0, [1, 1, 1]],
        [1, 12, [1, 1, 1]],
        [1, 12.1, [1, 1, 1]],
        [1, 48, [1, 1, 1]],
        [1, 49, [1, 1, 1]],
      ]),
    );
    expect(forms.map(({ slot }) => slot)).toEqual([
      'before',
      'before',
      '4-hours',
      '24-hours',
      '24-hours',
      'later',
    ]);
  });

  it('draw no form whose hours are not known', () => {
    expect(onsetForms(trajectoryOf([[1, null, [1, 1, 1]]]))).toEqual([]);
  });

  it('break a line where a moment between was missed or an answer is missing', () => {
    const [mood, anxiety] = measuresOf([
      [1, -1, [3, 5, 0]],
      [1, 24, [6, 4, 0]],
      [2, -1, [3, 5, 0]],
      [2, 4, [5, null, 0]],
      [2, 24, [6, 4, 0]],
    ]);
    const hours = (measure: typeof mood) =>
      measure?.lines.map(({ runs }) => runs.map((run) => run.map((each) => each.hours)));
    expect(hours(mood)).toEqual([[[-1], [24]], [[-1, 4, 24]]]);
    expect(hours(anxiety)?.[1]).toEqual([[-1], [24]]);
  });

  it('keep the median of the sessions at each moment, 0 as a value', () => {
    const mood = moodOf([
      [1, 4, [0, 5, 0]],
      [2, 3.8, [4, 5, 0]],
      [3, 4.4, [6, 5, 0]],
      [3, 24, [8, 5, 0]],
    ]);
    expect(mood.medianRuns).toEqual([
      [
        { slot: '4-hours', hours: 4, value: 4, n: 3 },
        { slot: '24-hours', hours: 24, value: 8, n: 1 },
      ],
    ]);
    expect(median([1, 2])).toBe(1.5);
    expect(median([])).toBeNull();
  });

  it('find how many sessions were better, whichever end is the better one', () => {
    const told: readonly Told[] = [
      [1, -1, [3, 6, 0]],
      [1, 4, [6, 3, 2]],
      [2, -1, [4, 5, 0]],
      [2, 4, [4, 7, 2]],
      [3, 4, [9, 0, 2]],
    ];
    const [mood, anxiety] = measuresOf(told).map(onsetFinding);
    expect(mood).toEqual({ from: 'before', to: '4-hours', points: 1.5, better: 1, sessions: 2 });
    expect(anxiety).toEqual({ from: 'before', to: '4-hours', points: 0.5, better: 1, sessions: 2 });
  });

  it('compare the day after with the evening where nobody was asked before, else tell the level', () => {
    expect(
      onsetFinding(
        moodOf([
          [1, 4, [4, 5, 2]],
          [1, 24, [6, 4, 1]],
        ]),
      ),
    ).toEqual({ from: '4-hours', to: '24-hours', points: 2, better: 1, sessions: 1 });
    expect(onsetFinding(moodOf([[1, 4, [4, 5, 2]]]))).toEqual({
      from: null,
      to: '4-hours',
      points: 4,
      better: 0,
      sessions: 1,
    });
    expect(onsetFinding(moodOf([]))).toBeNull();
  });
});

describe('the scales of weeks beside them', () => {
  it('begin at their baseline, in per cent of it', () => {
    const phq9 = weeklyLines(anasTrajectory()).find(({ instrument }) => instrument === 'phq-9');
    expect(phq9?.runs.flat().map(({ days, total, percent }) => [days, total, Math.round(percent)])).toEqual([
      [0, 17, 100],
      [7, 14, 82],
      [10, 14, 82],
      [14, 12, 71],
    ]);
  });

  it('break at a form without a total', () => {
    const trajectory = anasTrajectory();
    const instruments = trajectory.instruments.map((each) => ({
      ...each,
      points: each.points.map((point) =>
        point.day === 10 ? { ...point, total: null, percentOfBaseline: null } : point,
      ),
    }));
    const [phq9] = weeklyLines({ ...trajectory, instruments });
    expect(phq9?.runs.map((run) => run.map(({ days }) => days))).toEqual([[0, 7], [14]]);
  });
});

describe('the axis of hours and days', () => {
  it('keeps a place for before, then doubles take equal steps', () => {
    const { at, ticks } = onsetScale([4, 24]);
    expect(at(-3)).toBe(0);
    expect(at(0)).toBe(0);
    expect(at(4)).toBeGreaterThan(0.1);
    expect(at(28 * 24)).toBeCloseTo(1);
    expect(at(14 * 24) - at(7 * 24)).toBeCloseTo(at(8) - at(4));
    expect(ticks.map(({ label }) => label)).toEqual(['before', '4 h', '24 h', '7 d', '14 d', '28 d']);
  });

  it('reaches as far as the course, and as near to the dose as a form', () => {
    const { at, ticks } = onsetScale([0.5, 100 * 24]);
    expect(at(100 * 24)).toBeCloseTo(1);
    expect(ticks.map(({ label }) => label)).toEqual([
      'before',
      '1 h',
      '4 h',
      '24 h',
      '7 d',
      '14 d',
      '28 d',
      '91 d',
    ]);
  });
});
