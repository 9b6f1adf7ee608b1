import { checkInPlanFaults } from './check-in-plan-rules.js';
import { defaultCheckInPlan, type CheckInMoment } from './check-in-plan.js';

const recallDays = (instrument: string): number | null =>
  ({ 'right-now': 0, 'phq-9': 14, 'gad-7': 14, 'pcl-5': 30 })[instrument] ?? null;

const moment = (over: Partial<CheckInMoment>): CheckInMoment => ({
  id: 'own',
  label: 'Own',
  instruments: ['phq-9'],
  anchor: { kind: 'every', phase: 'induction', everyDays: 28 },
  opens: -3,
  due: 0,
  closes: 3,
  ...over,
});
const fields = (...plan: CheckInMoment[]): readonly string[] =>
  checkInPlanFaults(plan, recallDays).map(({ moment: index, field }) => `${index} ${field}`);

describe('what a plan may hold', () => {
  it('finds nothing wrong with the default plan', () => {
    expect(checkInPlanFaults(defaultCheckInPlan, recallDays)).toEqual([]);
  });

  it('refuses a scale that asks about weeks within hours of a dose', () => {
    const anchor = { kind: 'hours-after-dose', hours: 4 } as const;
    expect(fields(moment({ anchor, opens: -1, closes: 4 }))).toEqual(['0 instruments']);
    expect(fields(moment({ anchor, opens: -1, closes: 4, instruments: ['right-now'] }))).toEqual([]);
    expect(fields(moment({ anchor, opens: -4, closes: 4, instruments: ['right-now'] }))).toEqual(['0 opens']);
  });

  it('refuses windows out of order, and ones that run into the next', () => {
    expect(fields(moment({ due: -4 }))).toEqual(['0 due']);
    expect(fields(moment({ due: 4 }))).toEqual(['0 closes']);
    expect(fields(moment({ opens: -14, closes: 14 }))).toEqual(['0 closes']);
    expect(fields(moment({ opens: 0.5, due: 1 }))).toEqual(['0 opens']);
  });

  it('refuses what is asked before a dose to stay open after its day, and an end before the last dose', () => {
    expect(fields(moment({ anchor: { kind: 'baseline' } }))).toEqual(['0 closes']);
    expect(fields(moment({ anchor: { kind: 'phase-end', phase: 'induction' }, due: 1 }))).toEqual([
      '0 opens',
    ]);
  });

  it('refuses nothing, the same twice, and what patients are not asked', () => {
    expect(fields(moment({ instruments: [] }))).toEqual(['0 instruments']);
    expect(fields(moment({ instruments: ['phq-9', 'phq-9'] }))).toEqual(['0 instruments']);
    expect(fields(moment({ instruments: ['madrs'] }))).toEqual(['0 instruments']);
    expect(fields(moment({}), moment({}))).toEqual(['1 id']);
  });
});
