import { absurdOrder, impossibleDays } from './course-rules.js';

const days = { startedOn: '2026-11-02', declaredDayZero: null, endedOn: null };
const today = '2026-11-17';

describe('the days of a course', () => {
  it('may start long ago, today or within a year', () => {
    for (const startedOn of ['1990-01-01', today, '2027-11-18'])
      expect(impossibleDays({ ...days, startedOn }, today)).toEqual([]);
  });

  it('names each day that cannot be', () => {
    const wrong = { startedOn: '2027-11-19', declaredDayZero: '1989-12-31', endedOn: '2026-11-18' };
    expect(impossibleDays(wrong, today).map((problem) => problem.pointer)).toEqual([
      '/startedOn',
      '/declaredDayZero',
      '/endedOn',
      '/endedOn',
    ]);
  });

  it('ends on the day it starts or later, and not in the future', () => {
    expect(impossibleDays({ ...days, endedOn: '2026-11-02' }, today)).toEqual([]);
    expect(impossibleDays({ ...days, endedOn: today }, today)).toEqual([]);
    expect(impossibleDays({ ...days, endedOn: '2026-11-01' }, today)).toHaveLength(1);
    expect(impossibleDays({ ...days, endedOn: '2026-11-18' }, today)).toHaveLength(1);
  });
});

describe('an order', () => {
  it('is refused above 10 mg/kg by infusion or injection, and only there', () => {
    const order = { agent: 'ketamine', route: 'iv', orderedMgPerKg: 10 } as const;
    expect(absurdOrder(order)).toEqual([]);
    expect(absurdOrder({ ...order, orderedMgPerKg: 10.001 })).toMatchObject([{ pointer: '/orderedMgPerKg' }]);
    expect(absurdOrder({ ...order, route: 'oral', orderedMgPerKg: 12 })).toEqual([]);
    expect(absurdOrder({ ...order, orderedMgPerKg: null })).toEqual([]);
  });
});
