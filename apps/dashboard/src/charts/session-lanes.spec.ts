import { aSession, anEffect } from '../testing/trajectory-session-builder';
import { effectRows, leastDistance, rowsThatFit } from './session-lanes';

const asked = (...effects: ReturnType<typeof anEffect>[]) => aSession({ sideEffects: effects });

describe('the lane of side effects', () => {
  it('has one row for each effect that came up and one cell for each session with a dose', () => {
    const rows = effectRows([
      asked(anEffect('dissociation', 2), anEffect('nausea', 1)),
      asked(anEffect('dissociation', 1)),
      aSession({ state: 'cancelled' }),
      aSession({ state: 'planned' }),
    ]);
    expect(rows.map(({ code, cells }) => [code, cells.map(({ severity }) => severity)])).toEqual([
      ['dissociation', [2, 1]],
      ['nausea', [1, 0]],
    ]);
  });

  it('leaves the cell empty where nobody asked, and says 0 where none was the answer', () => {
    const [row] = effectRows([
      asked(anEffect('nausea', 1)),
      aSession({ sideEffectsAsked: 'not-asked' }),
      aSession({ sideEffectsAsked: 'none' }),
    ]);
    expect(row?.cells.map(({ severity }) => severity)).toEqual([1, null, 0]);
  });

  it('shows what a patient reported of a session in which nobody asked', () => {
    const [row] = effectRows([
      aSession({ sideEffectsAsked: 'not-asked', sideEffects: [anEffect('headache', 1)] }),
    ]);
    expect(row?.cells.map(({ severity }) => severity)).toEqual([1]);
  });

  it('puts serious effects first, then the worst, then the most frequent', () => {
    const rows = effectRows([
      asked(anEffect('nausea', 1), anEffect('vomiting', 3), anEffect('headache', 1)),
      asked(anEffect('nausea', 1), { ...anEffect('loss_of_consciousness', 2), serious: true }),
    ]);
    expect(rows.map(({ code }) => code)).toEqual(['loss_of_consciousness', 'vomiting', 'nausea', 'headache']);
  });

  it('keeps what was written in free text apart', () => {
    const rows = effectRows([
      asked({ ...anEffect('other', 1), otherText: 'Hiccups' }),
      asked(
        { ...anEffect('other', 2), otherText: 'hiccups ' },
        { ...anEffect('other', 1), otherText: 'Itch' },
      ),
    ]);
    expect(
      rows.map(({ otherText, sessionsWith }) => [otherText?.trim().toLowerCase(), sessionsWith]),
    ).toEqual([
      ['hiccups', 2],
      ['itch', 1],
    ]);
  });

  it('has no row for an effect that was asked about by name and absent', () => {
    expect(effectRows([asked(anEffect('nausea', 0))])).toEqual([]);
  });

  it('hides the mildest rows, never a serious one and never just one', () => {
    const rows = effectRows([
      asked(...['a1', 'b1', 'c1', 'd1', 'e1', 'f1'].map((code) => anEffect(code, 1))),
    ]);
    expect(rowsThatFit(rows, 4, false)).toMatchObject({ hidden: 2 });
    expect(rowsThatFit(rows, 4, true)).toMatchObject({ hidden: 0 });
    expect(rowsThatFit(rows.slice(0, 5), 4, false)).toMatchObject({ hidden: 0 });
    expect(
      rowsThatFit(
        rows.map((row) => ({ ...row, serious: true })),
        4,
        false,
      ),
    ).toMatchObject({ hidden: 0 });
  });
});

describe('the distance of marks', () => {
  it('is that of the closest two', () => {
    expect(leastDistance([30, 0, 12])).toBe(12);
    expect(leastDistance([30])).toBe(Infinity);
  });
});
