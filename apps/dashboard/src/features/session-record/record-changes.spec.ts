import type { Format } from '../../ui/format-context';
import { aSessionRevision } from '../../testing/session-log-builder';
import { sessionChanges } from './record-changes';

const format = {
  day: (day: string) => day,
  dayShort: (day: string) => day,
  time: (instant: string) => instant.slice(11, 16),
  moment: (instant: string) => instant,
  number: (value: number) => String(value),
} as unknown as Format;

const signed = aSessionRevision();

describe('what a version changed', () => {
  it('names readings by kind and moment, side effects by their name', () => {
    const amended = aSessionRevision({
      n: 3,
      givenMg: 40,
      readings: signed.readings.map((reading) =>
        reading.moment === 'end' && reading.kind === 'pulse' ? { ...reading, value: 67 } : reading,
      ),
      sideEffects: signed.sideEffects.slice(0, 1),
    });
    expect(sessionChanges([amended, signed], format)).toEqual([
      [
        'Given: 40 mg, was 42 mg',
        'Pulse, end: 67, was 76',
        'Nausea: not recorded, was mild, 20 to 40 min, reported by patient',
      ],
      [],
    ]);
  });

  it('finds nothing between equal versions', () => {
    expect(sessionChanges([aSessionRevision({ n: 3 }), signed], format)).toEqual([[], []]);
  });
});
