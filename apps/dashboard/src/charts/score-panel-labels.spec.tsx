import { render, screen } from '@testing-library/react';
import { phq9Instrument } from '../testing/trajectory-instrument-builder';
import { totalPoint } from '../testing/trajectory-point-builder';
import { dateAxis } from './axis';
import { midday } from './chart-time';
import { frameOf, horizontalScale } from './frame';
import { ScorePanelLabels } from './score-panel-labels';
import { bandAreas, scoreRange, verticalScale } from './score-scale';
import { scoreSeries, type ScoreScale } from './score-series';

function draw(width: number, scale: ScoreScale) {
  const first = totalPoint({ instrument: 'phq-9', date: '2026-11-02', day: -1 }, 17);
  const instrument = phq9Instrument({ points: [first], baselinePoint: first });
  const axis = dateAxis(['2026-11-02', '2026-11-17'].map((date) => ({ date, time: midday(date) })));
  if (axis === null) throw new Error('the axis has its days');
  const frame = frameOf(width);
  const range = scoreRange(instrument, scale);
  render(
    <svg>
      <ScorePanelLabels
        instrument={instrument}
        series={scoreSeries(instrument.points, axis, scale, 'UTC')}
        scale={scale}
        frame={frame}
        horizontal={horizontalScale(axis, frame)}
        vertical={verticalScale(range, 160)}
        bands={scale === 'score' ? bandAreas(instrument, range) : []}
      />
    </svg>,
  );
}

describe('the words in a panel', () => {
  it('put no number between the names of bands on a phone, where it would read as one of them', () => {
    draw(358, 'score');
    expect(screen.getByText('Moderate')).toBeInTheDocument();
    expect(screen.queryByText(/points/)).not.toBeInTheDocument();
  });

  it('say what the bracket is where there is room', () => {
    draw(900, 'score');
    expect(screen.getByText('6 points: beyond')).toBeInTheDocument();
  });

  it('stay right of the page margin beside the wider scale in per cent', () => {
    draw(900, 'percent');
    expect(screen.getByText('6 points:')).toBeInTheDocument();
    expect(screen.queryByText(/points: beyond/)).not.toBeInTheDocument();
  });
});
