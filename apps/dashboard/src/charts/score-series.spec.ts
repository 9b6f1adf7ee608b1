import type { TrajectoryPoint } from '@courseline/contracts';
import { answeredPoint, importedPoint, totalPoint } from '../testing/trajectory-point-builder';
import { dateAxis } from './axis';
import { midday } from './chart-time';
import { percentCeiling, scoreSeries } from './score-series';

const zone = 'America/New_York';
const phq9 = (date: string, total: number, more = {}) =>
  totalPoint({ instrument: 'phq-9', date, ...more }, total);
const partial = (date: string) =>
  answeredPoint({ instrument: 'phq-9', date }, [2, 2, 2, null, null, null, 2, 1, 0]);

function series(points: readonly TrajectoryPoint[], scale: 'score' | 'percent' = 'score') {
  const axis = dateAxis(points.map(({ date }) => ({ date, time: midday(date) })));
  if (axis === null) throw new Error('no axis');
  return scoreSeries(points, axis, scale, zone);
}

const valuesOf = (points: readonly TrajectoryPoint[], scale?: 'percent') =>
  series(points, scale).segments.map((segment) => segment.map(({ value }) => value));

describe('the series of an instrument', () => {
  it('stands in order of time, whatever order it came in', () => {
    expect(valuesOf([phq9('2026-11-10', 12), phq9('2026-11-02', 17), phq9('2026-11-06', 15)])).toEqual([
      [17, 15, 12],
    ]);
  });

  it('draws a single score', () => {
    expect(valuesOf([phq9('2026-11-02', 17)])).toEqual([[17]]);
  });

  it('takes 0 for a score', () => {
    expect(valuesOf([phq9('2026-11-02', 3), phq9('2026-11-09', 0), phq9('2026-11-16', 2)])).toEqual([
      [3, 0, 2],
    ]);
  });

  it('orders two forms of one day by their time', () => {
    const morning = phq9('2026-11-02', 17, { at: '2026-11-02T13:00:00Z' });
    const evening = phq9('2026-11-02', 11, { at: '2026-11-02T23:00:00Z' });
    expect(valuesOf([evening, morning])).toEqual([[17, 11]]);
  });

  it('keeps both of two forms of one day without a time, in the order they were made', () => {
    const first = phq9('2026-11-02', 17);
    const second = phq9('2026-11-02', 11);
    expect(valuesOf([second, first])).toEqual([[17, 11]]);
  });

  it('breaks at a form with too few answers, and keeps the form', () => {
    const points = [phq9('2026-11-02', 17), partial('2026-11-06'), phq9('2026-11-10', 12)];
    expect(valuesOf(points)).toEqual([[17], [12]]);
    expect(series(points).marks.map(({ value }) => value)).toEqual([17, null, 12]);
  });

  it('joins over 45 days and breaks over 46', () => {
    expect(valuesOf([phq9('2026-01-01', 17), phq9('2026-02-15', 12)])).toEqual([[17, 12]]);
    expect(valuesOf([phq9('2026-01-01', 17), phq9('2026-02-16', 12)])).toEqual([[17], [12]]);
  });

  it('counts prorated and imported scores as scores', () => {
    const prorated = answeredPoint({ instrument: 'phq-9', date: '2026-11-06' }, [
      2,
      2,
      2,
      null,
      2,
      2,
      2,
      1,
      0,
    ]);
    const points = [
      importedPoint({ instrument: 'phq-9', date: '2026-11-02' }, 17),
      prorated,
      phq9('2026-11-10', 12),
    ];
    expect(prorated.status).toBe('prorated');
    expect(valuesOf(points)).toEqual([[17, 15, 12]]);
  });

  it('leaves a score after a dose out of the line, but shows it', () => {
    const afterDose = phq9('2026-11-06', 4, { context: 'after-dose', inTrend: false });
    const points = [phq9('2026-11-02', 17), afterDose, phq9('2026-11-10', 12)];
    expect(valuesOf(points)).toEqual([[17, 12]]);
    expect(series(points).marks).toHaveLength(3);
  });

  it('draws nothing of nothing', () => {
    expect(scoreSeries([], dateAxis([{ date: '2026-11-02', time: 0 }])!, 'score', zone)).toEqual({
      marks: [],
      segments: [],
    });
  });
});

describe('the series in per cent of the baseline', () => {
  it('begins at 100', () => {
    const points = [
      phq9('2026-11-02', 16, { baseline: 16 }),
      phq9('2026-11-10', 12, { baseline: 16, day: 8 }),
    ];
    expect(valuesOf(points, 'percent')).toEqual([[100, 75]]);
  });

  it('has no per cent of a baseline of 0', () => {
    const points = [phq9('2026-11-02', 0, { baseline: 0 }), phq9('2026-11-10', 12, { baseline: 0, day: 8 })];
    expect(valuesOf(points, 'percent')).toEqual([]);
  });

  it('shows up to 125, or as far as a worsening goes', () => {
    const up = (total: number) => [phq9('2026-11-10', total, { baseline: 10, day: 8 })];
    expect(percentCeiling([])).toBe(125);
    expect(percentCeiling(up(12))).toBe(125);
    expect(percentCeiling(up(13))).toBe(150);
  });
});
