import { aSessionRevision } from '../../testing/session-log-builder';
import { kindsRead, readingRows } from './reading-rows';

describe('readings as rows', () => {
  it('puts what was read at one moment beside each other', () => {
    const rows = readingRows(aSessionRevision().readings);
    expect(rows.map((row) => [row.moment, row.values])).toEqual([
      ['before', { 'blood-pressure': '128/82', pulse: '74', spo2: '98' }],
      ['at-40-minutes', { 'blood-pressure': '146/91', pulse: '88', spo2: '97' }],
      ['end', { 'blood-pressure': '132/84', pulse: '76', spo2: '98' }],
    ]);
    expect(kindsRead(rows)).toEqual(['blood-pressure', 'pulse', 'spo2']);
  });

  it('keeps other moments apart by their time, between minute 40 and the end', () => {
    const other = (at: string, value: number) => ({
      kind: 'pulse' as const,
      moment: 'other' as const,
      at,
      minute: null,
      value,
      diastolic: null,
    });
    const rows = readingRows([
      ...aSessionRevision().readings,
      other('2026-11-17T21:00:00Z', 82),
      other('2026-11-17T20:40:00Z', 0),
    ]);
    expect(rows.map((row) => row.values.pulse)).toEqual(['74', '88', '0', '82', '76']);
  });
});
