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

  it('are not crossed by another line where there is another place', () => {
    const [first, second] = placeLabels([label('response', 100), label('remission', 110)], [], room);
    expect(first?.place).toBe('above');
    expect(second?.place).toBe('below');
  });

  it('stay inside the panel', () => {
    expect(placeLabels([label('baseline', 4)], [], room)[0]?.place).toBe('below');
  });
});

describe('the names at the edge', () => {
  const edge = (y: number, height: number, fixed: boolean) => ({ y, height, fixed });

  it('move apart as little as possible; names of bands stay', () => {
    expect(spreadLabels([edge(50, 14, true), edge(54, 14, false)], 160).map(({ y }) => y)).toEqual([50, 64]);
  });

  it('go past a gap that is too narrow for them', () => {
    const spread = spreadLabels([edge(40, 26, true), edge(70, 14, true), edge(58, 14, false)], 160);
    expect(spread.map(({ y }) => y)).toEqual([40, 70, 84]);
  });

  it('leave free ones where they are', () => {
    expect(spreadLabels([edge(80, 14, false)], 160)[0]?.y).toBe(80);
  });
});
