import { momentAt, parseClock, toMinute } from './clock-time';
import { parsePressure, parseReading, parseWeight, parseWithin } from './typed-values';

describe('typed values', () => {
  it('reads a blood pressure from one cell', () => {
    expect(parsePressure('128/82')).toEqual({ value: { systolic: 128, diastolic: 82 } });
    expect(parsePressure(' 128 82 ')).toEqual({ value: { systolic: 128, diastolic: 82 } });
    expect(parsePressure('12882')).toEqual({ value: { systolic: 128, diastolic: 82 } });
    expect(parsePressure('9060')).toEqual({ value: { systolic: 90, diastolic: 60 } });
    expect(parsePressure('146101')).toEqual({ value: { systolic: 146, diastolic: 101 } });
    expect(parsePressure('128-82')).toEqual({ value: { systolic: 128, diastolic: 82 } });
  });

  it('refuses half a blood pressure, one upside down and one that cannot be', () => {
    expect(parsePressure('128')).toHaveProperty('error');
    expect(parsePressure('1288')).toHaveProperty('error');
    expect(parsePressure('82/128')).toEqual({ error: 'The upper value comes first.' });
    expect(parsePressure('301/82')).toEqual({ error: 'Systolic from 40 to 300.' });
    expect(parsePressure('128/19')).toEqual({ error: 'Diastolic from 20 to 200.' });
  });

  it('reads readings within what can be stored, a 0 included', () => {
    expect(parseReading('pulse')('74')).toEqual({ value: 74 });
    expect(parseReading('pulse')('7')).toEqual({ error: 'From 20 to 250.' });
    expect(parseReading('spo2')('97,5')).toEqual({ value: 97.5 });
    expect(parseReading('sedation')('0')).toEqual({ value: 0 });
    expect(parseReading('dissociation')('2.5')).toEqual({ error: 'A whole number.' });
    expect(parseWithin(0, 10, true)('x')).toEqual({ error: 'A whole number.' });
  });

  it('reads a weight in the unit shown, or in the one typed', () => {
    expect(parseWeight('84.5', 'kg')).toEqual({ value: { value: 84.5, unit: 'kg' } });
    expect(parseWeight('84,5 KG', 'lb')).toEqual({ value: { value: 84.5, unit: 'kg' } });
    expect(parseWeight('185lbs', 'kg')).toEqual({ value: { value: 185, unit: 'lb' } });
    expect(parseWeight('8', 'kg')).toHaveProperty('error');
    expect(parseWeight('heavy', 'kg')).toHaveProperty('error');
  });
});

describe('times on the clock of the clinic', () => {
  it.each([
    ['1422', '14:22'],
    ['14:22', '14:22'],
    ['9.05', '09:05'],
    ['905', '09:05'],
    ['2:22 pm', '14:22'],
    ['12:05am', '00:05'],
    ['12:05 PM', '12:05'],
    ['0000', '00:00'],
  ])('reads %s', (typed, time) => expect(parseClock(typed)).toEqual({ value: time }));

  it.each(['24:00', '14:60', '13:00 pm', '14', 'noon', ''])('refuses %p', (typed) =>
    expect(parseClock(typed)).toHaveProperty('error'),
  );

  it('knows the moment in winter and in summer', () => {
    expect(momentAt('America/New_York', '2026-11-17', '14:22')).toBe('2026-11-17T19:22:00.000Z');
    expect(momentAt('America/New_York', '2026-07-17', '14:22')).toBe('2026-07-17T18:22:00.000Z');
    expect(momentAt('Asia/Kathmandu', '2026-11-17', '00:10')).toBe('2026-11-16T18:25:00.000Z');
    expect(momentAt('Pacific/Auckland', '2026-11-17', '23:59')).toBe('2026-11-17T10:59:00.000Z');
  });

  it('takes the first of the hour that comes twice, and goes on past the hour that is left out', () => {
    expect(momentAt('America/New_York', '2026-11-01', '01:30')).toBe('2026-11-01T05:30:00.000Z');
    expect(momentAt('America/New_York', '2026-03-08', '02:30')).toBe('2026-03-08T07:30:00.000Z');
    expect(momentAt('America/New_York', '2026-03-08', '03:30')).toBe('2026-03-08T07:30:00.000Z');
    expect(momentAt('Europe/Berlin', '2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('takes a moment to its minute', () => {
    expect(toMinute(new Date('2026-11-17T19:22:41.500Z'))).toBe('2026-11-17T19:22:00.000Z');
  });
});
