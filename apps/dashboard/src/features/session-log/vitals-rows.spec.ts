import { nextRow, readingChanges, rowLabel, rowsAfterDose } from './vitals-rows';

const now = '2026-11-17T20:31:00.000Z';

describe('rows of vitals', () => {
  it('stand in the order of the session, added ones before the end', () => {
    expect(rowsAfterDose({}, [])).toEqual(['at-40-minutes', 'end']);
    expect(rowsAfterDose({ 'other-10': { pulse: 80 }, before: {}, 'other-2': {} }, ['other-11'])).toEqual([
      'at-40-minutes',
      'other-2',
      'other-10',
      'other-11',
      'end',
    ]);
    expect(rowLabel('other-2')).toBe('Other 2');
  });

  it('are numbered on, up to 99', () => {
    expect(nextRow(['at-40-minutes', 'end'])).toBe('other-1');
    expect(nextRow(['at-40-minutes', 'other-4', 'end'])).toBe('other-5');
    expect(nextRow(['other-99'])).toBeNull();
  });

  it('take the time with their first value, and with no later one', () => {
    expect(readingChanges('end', undefined, { pulse: 76 }, now)).toEqual([
      { path: 'vitals/end/at', value: now },
      { path: 'vitals/end/pulse', value: 76 },
    ]);
    expect(readingChanges('end', { systolic: 130 }, { pulse: 76 }, now)).toEqual([
      { path: 'vitals/end/pulse', value: 76 },
    ]);
    expect(readingChanges('end', { at: now }, { pulse: 76 }, now)).toHaveLength(1);
  });

  it('invent no time for a session written down later, nor for a value taken out', () => {
    expect(readingChanges('end', undefined, { pulse: 76 }, null)).toHaveLength(1);
    expect(readingChanges('end', undefined, { pulse: null }, now)).toHaveLength(1);
  });
});
