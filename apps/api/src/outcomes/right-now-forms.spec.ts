import { rightNowForms, type SessionDose } from './right-now-forms.js';

const doses: readonly SessionDose[] = [
  { sessionId: 's1', date: '2026-03-03', at: Date.parse('2026-03-03T19:30:00Z') },
  { sessionId: 's2', date: '2026-03-06', at: Date.parse('2026-03-06T19:30:00Z') },
];
const form = (at: string | null, change: Partial<Parameters<typeof rightNowForms>[0][number]> = {}) => ({
  id: 'f',
  instrument: 'right-now' as const,
  on_date: at?.slice(0, 10) ?? '2026-03-03',
  at: at === null ? null : new Date(at),
  answers: [5, 4, 2],
  context: 'unknown' as const,
  ...change,
});
const placed = (row: ReturnType<typeof form>, of = doses) =>
  rightNowForms([row], of).map(({ sessionId, hoursFromDose }) => [sessionId, hoursFromDose]);

describe('the hours of a form about right now', () => {
  it('count from the last dose before it', () => {
    expect(placed(form('2026-03-03T23:30:00Z'))).toEqual([['s1', 4]]);
    expect(placed(form('2026-03-04T19:30:00Z'))).toEqual([['s1', 24]]);
    expect(placed(form('2026-03-07T07:30:00Z'))).toEqual([['s2', 12]]);
  });

  it('belong before a dose on its day, up to its very start', () => {
    expect(placed(form('2026-03-06T18:30:00Z'))).toEqual([['s2', -1]]);
    expect(placed(form('2026-03-03T19:30:00Z'))).toEqual([['s1', 0]]);
  });

  it('stay after the dose before where the form is filed so', () => {
    expect(placed(form('2026-03-06T07:30:00Z', { context: 'after-dose' }))).toEqual([['s1', 60]]);
  });

  it('are not known without a time of the form, or a dose before it', () => {
    expect(placed(form(null))).toEqual([[null, null]]);
    expect(placed(form('2026-03-01T08:00:00Z'))).toEqual([[null, null]]);
    expect(placed(form('2026-03-03T23:30:00Z'), [])).toEqual([[null, null]]);
  });

  it('are not known where a dose without a time came between', () => {
    const untimed = { sessionId: 's3', date: '2026-03-05', at: null };
    expect(placed(form('2026-03-05T23:30:00Z'), [...doses, untimed])).toEqual([[null, null]]);
    expect(placed(form('2026-03-04T19:30:00Z'), [...doses, untimed])).toEqual([['s1', 24]]);
  });

  it('are counted of no other measure, and of no form without answers', () => {
    expect(
      rightNowForms(
        [
          form('2026-03-03T23:30:00Z', { instrument: 'phq-9' }),
          form('2026-03-03T23:30:00Z', { answers: null }),
        ],
        doses,
      ),
    ).toEqual([]);
  });
});
