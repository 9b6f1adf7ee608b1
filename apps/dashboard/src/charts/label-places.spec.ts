import { placeLabels } from './label-places';

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

  it('are not struck through by another line even where the scores run below', () => {
    const low = [
      { x: 0, y: 118 },
      { x: 600, y: 122 },
    ];
    const placed = placeLabels([label('response', 100), label('remission', 110)], [low], room);
    expect(placed[1]?.place).toBe('below');
  });

  it('stand in the middle where the scores lie at both ends', () => {
    const both = [
      [
        { x: 0, y: 90 },
        { x: 140, y: 110 },
      ],
      [
        { x: 460, y: 110 },
        { x: 600, y: 90 },
      ],
    ];
    expect(placeLabels([label('response', 100)], both, room)[0]?.side).toBe('middle');
  });

  it('stay inside the panel', () => {
    expect(placeLabels([label('baseline', 4)], [], room)[0]?.place).toBe('below');
  });
});
