import { minuteTicks } from './duration-chart';

describe('the axis of durations', () => {
  it('has few round ticks, from minutes to days', () => {
    expect(minuteTicks(58)).toEqual([0, 15, 30, 45]);
    expect(minuteTicks(180)).toEqual([0, 30, 60, 90, 120, 150, 180]);
    expect(minuteTicks(1440)).toEqual([0, 240, 480, 720, 960, 1200, 1440]);
    expect(minuteTicks(43_200)).toHaveLength(7);
  });
});
