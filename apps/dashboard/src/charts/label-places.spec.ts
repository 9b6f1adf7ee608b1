import { placeLabels, spreadLabels } from './label-places';

const room = { left: 0, right: 600, height: 160 };
const label = (id: string, y: number) => ({ id, text: 'Response: 8 or less', y });

describe('the names of the lines', () => {
  it('stand where no score is', () => {
    const falling = [
      { x: 20, y: 40 },
      { x: 580, y: 95 },
    ];
    expect(placeLabels([label('response', 100)], [falling], room)).toEqual([
      { ...label('response', 100), side: 'start', place: 'above' },
    ]);
    const rising = falling.map(({ x, y }) => ({ x: 600 - x, y }));
    expect(placeLabels([label('response', 100)], [rising], room)[0]?.side).toBe('end');
  });

  it('do not lie on each other', () => {
    const [first, second] = placeLabels([label('response', 100), label('remission', 106)], [], room);
    expect([first?.side, first?.place]).not.toEqual([second?.side, second?.place]);
  });

  it('stay inside the panel', () => {
    expect(placeLabels([label('baseline', 4)], [], room)[0]?.place).toBe('below');
  });
});

describe('the names at the edge', () => {
  it('move apart as little as possible; names of bands stay', () => {
    const spread = spreadLabels(
      [
        { id: 'mild', y: 50, fixed: true },
        { id: 'bracket', y: 54, fixed: false },
      ],
      14,
      160,
    );
    expect(spread.map(({ y }) => y)).toEqual([50, 64]);
  });

  it('leave free ones where they are', () => {
    expect(spreadLabels([{ y: 80, fixed: false }], 14, 160)[0]?.y).toBe(80);
  });
});
