import type { ChartAxis, Moment } from './axis';

/** The pixels of one figure: every lane of it has this width and these margins, so that they align. */
export interface Frame {
  readonly width: number;
  /** Left of the plot: names of lanes and the scale. */
  readonly left: number;
  /** Right of the plot: names of bands. */
  readonly right: number;
  /** Inside the plot, kept free at both ends so that marks and labels at the ends are whole. */
  readonly inset: number;
  readonly narrow: boolean;
}

const NARROW_BELOW = 640;

export function frameOf(width: number): Frame {
  return width < NARROW_BELOW
    ? { width, left: 30, right: 80, inset: 14, narrow: true }
    : { width, left: 156, right: 140, inset: 22, narrow: false };
}

export function plotWidth({ width, left, right }: Frame): number {
  return Math.max(1, width - left - right);
}

export interface HorizontalScale {
  readonly x: (moment: Moment) => number;
  readonly at: (position: number) => number;
  /** The domain widened by the inset: what the two edges of the plot stand for. */
  readonly edges: readonly [number, number];
}

/** From positions of an axis to pixels of a frame. */
export function horizontalScale(axis: ChartAxis, frame: Frame): HorizontalScale {
  const [from, to] = axis.domain;
  const inner = Math.max(1, plotWidth(frame) - 2 * frame.inset);
  const perPixel = (to - from) / inner;
  const at = (position: number): number =>
    frame.left + frame.inset + (perPixel === 0 ? 0 : (position - from) / perPixel);
  return {
    x: (moment) => at(axis.position(moment)),
    at,
    edges: [from - perPixel * frame.inset, to + perPixel * frame.inset],
  };
}

/** Whether a pixel lies within the plot; a little beyond it counts, so that marks at the edge stay. */
export function isInPlot(x: number, frame: Frame): boolean {
  return x >= frame.left - 0.5 && x <= frame.width - frame.right + 0.5;
}
