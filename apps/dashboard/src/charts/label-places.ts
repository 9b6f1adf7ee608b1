export interface Pixel {
  readonly x: number;
  readonly y: number;
}

export interface WantedLabel {
  readonly id: string;
  readonly text: string;
  /** The line the label names. */
  readonly y: number;
}

export interface PlacedLabel extends WantedLabel {
  /** Where along the plot it stands. */
  readonly side: 'start' | 'middle' | 'end';
  readonly place: 'above' | 'below';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Room {
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

const CHARACTER = 6.4;
const LABEL_HEIGHT = 15;
const CLEARANCE = 6;
const STEP = 8;

function boxOf(label: WantedLabel, side: PlacedLabel['side'], place: PlacedLabel['place'], room: Room): Box {
  const width = label.text.length * CHARACTER + CLEARANCE;
  const left = {
    start: room.left,
    middle: (room.left + room.right - width) / 2,
    end: room.right - width,
  }[side];
  const top = place === 'above' ? label.y - LABEL_HEIGHT : label.y + 1;
  return { left, right: left + width, top, bottom: top + LABEL_HEIGHT };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Points along a polyline, close enough together that no label is missed between two of them. */
function along(polyline: readonly Pixel[]): readonly Pixel[] {
  return polyline.flatMap((point, index) => {
    const next = polyline[index + 1];
    if (next === undefined) return [point];
    const steps = Math.max(1, Math.ceil(Math.hypot(next.x - point.x, next.y - point.y) / STEP));
    return Array.from({ length: steps }, (_, step) => ({
      x: point.x + ((next.x - point.x) * step) / steps,
      y: point.y + ((next.y - point.y) * step) / steps,
    }));
  });
}

function covered(box: Box, points: readonly Pixel[]): number {
  return points.filter(
    ({ x, y }) =>
      x > box.left - CLEARANCE &&
      x < box.right + CLEARANCE &&
      y > box.top - CLEARANCE &&
      y < box.bottom + CLEARANCE,
  ).length;
}

const places = [
  ['start', 'above'],
  ['end', 'above'],
  ['start', 'below'],
  ['end', 'below'],
  ['middle', 'above'],
  ['middle', 'below'],
] as const;

/**
 * How much worse it is to be struck through by another line than to pass a stretch of a score's line: the first
 * makes the words unreadable, the second is kept off by the ground around the letters.
 */
const CROSSED = 24;

/**
 * Where the names of lines stand so that they hide neither the scores nor each other: at the start, the end or the
 * middle of their line, above or below it, wherever least is in the way; of equal places the first.
 */
export function placeLabels(
  labels: readonly WantedLabel[],
  polylines: readonly (readonly Pixel[])[],
  room: Room,
): readonly PlacedLabel[] {
  const drawn = polylines.flatMap(along);
  const taken: Box[] = [];
  return labels.map((label) => {
    const costs = places.map(([side, place]) => {
      const box = boxOf(label, side, place, room);
      const isOutside = box.top < 0 || box.bottom > room.height;
      const collisions = taken.filter((other) => overlaps(box, other)).length;
      const crossed = labels.filter(({ id, y }) => id !== label.id && y > box.top && y < box.bottom).length;
      return {
        side,
        place,
        box,
        cost: covered(box, drawn) + crossed * CROSSED + collisions * 100 + (isOutside ? 1000 : 0),
      };
    });
    const best = costs.reduce((cheapest, each) => (each.cost < cheapest.cost ? each : cheapest));
    taken.push(best.box);
    return { ...label, side: best.side, place: best.place };
  });
}
