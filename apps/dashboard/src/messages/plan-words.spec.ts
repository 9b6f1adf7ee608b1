import { intervalWords, orderWords, phasePlanWords } from './plan-words';

describe('plans in words', () => {
  it('says how often as people do', () => {
    expect(intervalWords(3.5)).toBe('twice a week');
    expect(intervalWords(2.33)).toBe('three times a week');
    expect(intervalWords(10)).toBe('every 10 days');
  });

  it('says of a phase what is planned and nothing more', () => {
    expect(phasePlanWords({ phase: 'induction', plannedSessions: 6, intervalDays: 3.5 })).toBe(
      'Induction: 6 sessions, twice a week',
    );
    expect(phasePlanWords({ phase: 'maintenance', plannedSessions: null, intervalDays: 28 })).toBe(
      'Maintenance: every 4 weeks',
    );
    expect(phasePlanWords({ phase: 'booster', plannedSessions: 1, intervalDays: null })).toBe(
      'Booster: 1 session',
    );
    expect(phasePlanWords({ phase: 'rescue', plannedSessions: null, intervalDays: null })).toBe('Rescue');
  });

  it('says an order in mg/kg or in mg', () => {
    expect(orderWords({ orderedMg: null, orderedMgPerKg: 0.5 })).toBe('0.5 mg/kg');
    expect(orderWords({ orderedMg: 56, orderedMgPerKg: null })).toBe('56 mg');
    expect(orderWords({ orderedMg: null, orderedMgPerKg: null })).toBeNull();
  });
});
