import { isInPlot, type Frame, type HorizontalScale } from './frame';
import { ScoreMark } from './score-mark';
import type { VerticalScale } from './score-scale';
import type { ScoreMark as Mark } from './score-series';

interface ScorePanelMarksProps {
  readonly instrument: string;
  readonly marks: readonly Mark[];
  readonly frame: Frame;
  readonly horizontal: HorizontalScale;
  readonly vertical: VerticalScale;
  readonly activeDate: string | null;
  readonly showRisk: boolean;
}

/** How far above the ground of the panel a form without a total lies. */
const GROUND_GAP = 5;

export function ScorePanelMarks(props: ScorePanelMarksProps) {
  const { instrument, marks, frame, horizontal, vertical, activeDate, showRisk } = props;
  return marks.map(({ point, position, value, date }) => {
    const x = horizontal.at(position);
    // In per cent, a score without a baseline has no place; a form without a total has one in both.
    if (!isInPlot(x, frame) || (value === null && point.total !== null)) return null;
    return (
      <ScoreMark
        key={point.id}
        x={x}
        y={value === null ? vertical.height - GROUND_GAP : vertical.y(value)}
        instrument={instrument}
        status={point.status}
        inTrend={point.inTrend}
        hasRisk={showRisk && (point.item9 ?? 0) > 0}
        isActive={date === activeDate}
      />
    );
  });
}
