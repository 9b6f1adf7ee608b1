import { escalationDue, STANDARD_ESCALATION, type EscalationTimes } from './escalation-due.js';

const zone = 'America/New_York';
const due = (level: 'red' | 'amber', raisedAt: string, change: Partial<EscalationTimes> = {}) =>
  escalationDue(
    { level, raisedAt: new Date(raisedAt) },
    { ...STANDARD_ESCALATION, ...change },
    zone,
  ).toISOString();

describe('a red alert that nobody takes on', () => {
  it.each([
    // Tuesday, 10:00 in New York.
    ['2026-03-10T14:00:00Z', '2026-03-10T14:15:00.000Z'],
    // One minute before closing; its minutes run on.
    ['2026-03-10T21:59:00Z', '2026-03-10T22:14:00.000Z'],
    // At closing, and on a Sunday: nobody looks.
    ['2026-03-10T22:00:00Z', '2026-03-10T22:00:00.000Z'],
    ['2026-03-08T15:00:00Z', '2026-03-08T15:00:00.000Z'],
  ])('raised at %s is late at %s', (raisedAt, late) => {
    expect(due('red', raisedAt)).toBe(late);
  });

  it.each([
    // Before opening on the same day, after closing, on Saturday; the clock changes on the night to 8 March.
    ['2026-03-10T06:00:00Z', '2026-03-10T12:15:00.000Z'],
    ['2026-03-10T23:00:00Z', '2026-03-11T12:15:00.000Z'],
    ['2026-03-07T15:00:00Z', '2026-03-09T12:15:00.000Z'],
  ])('raised at %s waits for the next opening where the clinic says so: %s', (raisedAt, late) => {
    expect(due('red', raisedAt, { redWhenClosed: 'next-opening' })).toBe(late);
  });
});

describe('an amber alert that nobody takes on', () => {
  it.each([
    // Tuesday to Thursday's closing, Friday over the weekend to Tuesday's, Saturday to Tuesday's.
    ['2026-03-10T14:00:00Z', '2026-03-12T22:00:00.000Z'],
    ['2026-03-06T15:00:00Z', '2026-03-10T22:00:00.000Z'],
    ['2026-03-07T15:00:00Z', '2026-03-10T22:00:00.000Z'],
  ])('raised at %s is late at %s', (raisedAt, late) => {
    expect(due('amber', raisedAt)).toBe(late);
  });
});
