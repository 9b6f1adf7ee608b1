import type { OwnPoint } from '@courseline/contracts';
import { ownSeries } from './own-chart-series';

const frame = { width: 300, height: 100, padX: 10, padY: 10 };
const point = (onDate: string, total: number): OwnPoint => ({ onDate, at: null, total, status: 'complete' });

describe('the line of own scores', () => {
  it('puts more symptoms up, time to the right, and zero at the bottom', () => {
    const { placed } = ownSeries([point('2026-11-02', 27), point('2026-11-12', 0)], 27, frame);
    expect(placed.map(({ x, y }) => [x, y])).toEqual([
      [10, 10],
      [290, 90],
    ]);
  });

  it('spaces dates by time, not by count', () => {
    const { placed } = ownSeries(
      [point('2026-11-02', 9), point('2026-11-03', 9), point('2026-11-12', 9)],
      27,
      frame,
    );
    expect(placed[1]?.x).toBeCloseTo(38);
  });

  it('breaks over more than 45 days without an answer', () => {
    const points = [
      point('2026-01-01', 9),
      point('2026-01-08', 8),
      point('2026-02-23', 7),
      point('2026-03-01', 6),
    ];
    expect(ownSeries(points, 27, frame).lines).toHaveLength(2);
    expect(ownSeries(points.slice(0, 2), 27, frame).lines).toHaveLength(1);
  });

  it('draws a single score as a point in the middle, without a line', () => {
    const { placed, lines } = ownSeries([point('2026-11-02', 9)], 27, frame);
    expect(placed[0]?.x).toBe(150);
    expect(lines).toEqual([]);
  });
});
