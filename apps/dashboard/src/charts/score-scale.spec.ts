import { pcl5Instrument, phq9Instrument } from '../testing/trajectory-instrument-builder';
import { bandAreas, changeBracket, scoreLines, scoreRange, verticalScale } from './score-scale';

describe('the panel of an instrument', () => {
  it('shows the whole range, however small the scores', () => {
    const range = scoreRange(phq9Instrument({ baseline: 3 }), 'score');
    expect(range.domain[0]).toBeLessThan(0);
    expect(range.domain[1]).toBeGreaterThan(27);
    expect(range.ticks).toEqual([0, 5, 10, 15, 20, 27]);
  });

  it('puts more symptoms higher', () => {
    const { y } = verticalScale(scoreRange(phq9Instrument({}), 'score'), 160);
    expect(y(27)).toBeLessThan(y(0));
    expect(y(27)).toBeGreaterThan(0);
    expect(y(0)).toBeLessThan(160);
  });

  it('divides bands half way between two scores, without a gap', () => {
    const range = scoreRange(phq9Instrument({}), 'score');
    const edges = bandAreas(phq9Instrument({}), range).map(({ low, high }) => [low, high]);
    expect(edges).toEqual([
      [range.domain[0], 4.5],
      [4.5, 9.5],
      [9.5, 14.5],
      [14.5, 19.5],
      [19.5, range.domain[1]],
    ]);
  });

  it('grows the tint with severity up to the strongest', () => {
    const areas = bandAreas(phq9Instrument({}), scoreRange(phq9Instrument({}), 'score'));
    expect(areas.map(({ tint }) => tint)).toEqual([0, 1, 2, 3, 4]);
  });

  it('has no bands for the PCL-5, only the cut line', () => {
    const pcl5 = pcl5Instrument({ baseline: 50 });
    expect(bandAreas(pcl5, scoreRange(pcl5, 'score'))).toEqual([]);
    expect(scoreLines(pcl5, 'score').map(({ kind, value }) => [kind, value])).toEqual([
      ['baseline', 50],
      ['response', 25],
      ['cut', 32.5],
    ]);
  });

  it('draws baseline, response and remission where they are', () => {
    expect(scoreLines(phq9Instrument({ baseline: 17 }), 'score')).toEqual([
      { kind: 'baseline', value: 17, label: 'Baseline 17' },
      { kind: 'response', value: 8.5, label: 'Response: 8 or less' },
      { kind: 'remission', value: 4.5, label: 'Remission: 4 or less' },
    ]);
  });

  it('draws only remission where there is no baseline', () => {
    expect(scoreLines(phq9Instrument({ baseline: null }), 'score').map(({ kind }) => kind)).toEqual([
      'remission',
    ]);
  });

  it('draws them in per cent of the baseline', () => {
    const lines = scoreLines(phq9Instrument({ baseline: 18 }), 'percent');
    expect(lines.map(({ value }) => value)).toEqual([100, 50, 25]);
  });

  it('has nothing to draw in per cent of a baseline of 0', () => {
    expect(scoreLines(phq9Instrument({ baseline: 0 }), 'percent')).toEqual([]);
    expect(changeBracket(phq9Instrument({ baseline: 0 }), 'percent')).toBeNull();
  });

  it('reaches with the bracket as far as measurement error does', () => {
    expect(changeBracket(phq9Instrument({ baseline: 17 }), 'score')).toEqual({
      high: 17,
      low: 11,
      points: 6,
    });
    expect(changeBracket(phq9Instrument({ baseline: null }), 'score')).toBeNull();
  });

  it('ends the bracket at the lowest score there is', () => {
    expect(changeBracket(phq9Instrument({ baseline: 4 }), 'score')?.low).toBe(0);
  });
});
