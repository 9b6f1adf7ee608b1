import type { AttentionReason, CaseloadRow } from '@courseline/contracts';
import { anAlert } from '../../testing/session-log-builder';
import { aCaseloadRow, aScore } from '../../testing/caseload-builder';
import { testId } from '../../testing/trajectory-point-builder';
import { shownCaseload, withAlerts } from './caseload-rows';
import { readView, writeView, type CaseloadView } from './caseload-view';

const today = '2026-11-17';
const usual = readView(new URLSearchParams());
const unsigned = (urgency: 'soon' | 'review' | 'same-day' = 'soon'): CaseloadRow['attention'] => [
  {
    code: 'unsigned-session',
    urgency,
    ruleId: 'attention/1/unsigned-session',
    sessionId: aCaseloadRow().patientId,
    date: '2026-11-13',
    begun: false,
  },
];
const row = (familyName: string, change: Partial<CaseloadRow> = {}) =>
  aCaseloadRow({ familyName, ...change });
const ended = (familyName: string) => {
  const { course, ...rest } = row(familyName);
  return { ...rest, course: course && { ...course, endedOn: '2026-10-01' } };
};
const next = (date: string, at: string | null = null) => ({
  sessionId: aCaseloadRow().patientId,
  date,
  at,
});
const names = (rows: readonly CaseloadRow[], change: Partial<CaseloadView> = {}, isSearch = false) =>
  shownCaseload(withAlerts(rows, []), { ...usual, ...change }, { today, isSearch }).rows.map(
    ({ familyName }) => familyName,
  );

describe('the rows of a caseload', () => {
  it('begin with those who need someone, most urgent first, then by who comes next', () => {
    const rows = [
      row('Later', { next: next('2026-11-20') }),
      row('Review', { attention: unsigned('review') }),
      row('Sooner', { next: next('2026-11-18') }),
      row('Never', { next: null }),
      row('Today', { attention: unsigned('same-day') }),
    ];
    expect(names(rows)).toEqual(['Today', 'Review', 'Sooner', 'Later', 'Never']);
  });

  it('put the person before the paper, and an open answer to item 9 before all', () => {
    const phq9 = { urgency: 'review', ruleId: 'rule', instrument: 'phq-9' } as const;
    const between = { from: { date: '2026-10-01', total: 8 }, to: { date: today, total: 15 } };
    const reason = (familyName: string, ...attention: AttentionReason[]) =>
      row(familyName, { attention, patientId: testId(40), next: next(today) });
    const due: AttentionReason = {
      code: 'form-due',
      urgency: 'soon',
      ruleId: 'rule',
      instruments: ['pcl-5'],
      dueOn: today,
    };
    const rows = [
      reason('Due', due),
      reason('Unmeasured', { code: 'no-baseline', ...phq9, sessionsGiven: 4 }),
      reason('Unsigned', ...unsigned('soon')),
      reason('Same', {
        code: 'little-change',
        ...phq9,
        ...between,
        percentFall: 3,
        thresholdPercent: 25,
        sessionsGiven: 6,
      }),
      reason('Worse', { code: 'rise-from-best', ...phq9, ...between, points: 7, thresholdPoints: 6 }, due),
      reason('Asked', due),
    ];
    const asked = rows.find(({ familyName }) => familyName === 'Asked');
    const alert = anAlert({ patientId: asked?.patientId ?? '' });
    const gone = testId(90);
    const endedAtRisk = { ...ended('Gone'), patientId: gone };
    const lines = withAlerts([...rows, endedAtRisk, ended('Ended')], [alert, anAlert({ patientId: gone })]);
    const shown = shownCaseload(lines, usual, { today, isSearch: false });
    expect(shown.rows.map(({ familyName }) => familyName)).toEqual([
      'Gone',
      'Asked',
      'Worse',
      'Same',
      'Unsigned',
      'Due',
      'Unmeasured',
    ]);
    expect(shown.ended).toBe(1);
    expect(shown.counts.attention).toBe(7);
  });

  it('are sorted by name without regard to case and accents of the first letter', () => {
    expect(names([row('brandt'), row('Ávila'), row('Chen')], { sort: 'name' })).toEqual([
      'Ávila',
      'brandt',
      'Chen',
    ]);
  });

  it('are sorted by score and by change, those without one last, 0 being a score', () => {
    const scored = (familyName: string, total: number | null, change: number | null) =>
      row(familyName, {
        scores: [aScore({ latest: total === null ? null : { date: today, total }, change })],
      });
    const rows = [scored('Zero', 0, -9), scored('None', null, null), scored('High', 20, 3)];
    expect(names(rows, { sort: 'score' })).toEqual(['High', 'Zero', 'None']);
    expect(names(rows, { sort: 'change' })).toEqual(['High', 'Zero', 'None']);
  });

  it('put two sessions of one day in the order of their times', () => {
    const rows = [
      row('Afternoon', { next: next(today, '2026-11-17T19:30:00Z') }),
      row('Morning', { next: next(today, '2026-11-17T14:30:00Z') }),
    ];
    expect(names(rows, { sort: 'next' })).toEqual(['Morning', 'Afternoon']);
  });

  it('leave out ended courses unless they are asked for or searched for', () => {
    const rows = [row('Running'), ended('Ended'), row('New', { course: null })];
    expect(names(rows)).toEqual(['New', 'Running']);
    expect(shownCaseload(withAlerts(rows, []), usual, { today, isSearch: false }).ended).toBe(1);
    expect(names(rows, { phase: 'ended' })).toEqual(['Ended']);
    expect(names(rows, { phase: 'none' })).toEqual(['New']);
    expect(names(rows, { phase: 'induction' })).toEqual(['Running']);
    expect(names(rows, {}, true)).toEqual(['Ended', 'New', 'Running']);
  });

  it('are counted for each way of looking, with the other filters as they are', () => {
    const rows = [
      row('Ptsd', { indications: ['ptsd'], attention: unsigned() }),
      row('Today'),
      row('Other', { next: next('2026-12-01'), mine: false }),
    ];
    expect(shownCaseload(withAlerts(rows, []), usual, { today, isSearch: false }).counts).toEqual({
      all: 3,
      attention: 1,
      today: 2,
    });
    expect(names(rows, { show: 'attention' })).toEqual(['Ptsd']);
    expect(names(rows, { show: 'today', sort: 'name' })).toEqual(['Ptsd', 'Today']);
    expect(names(rows, { onlyMine: true, sort: 'name' })).toEqual(['Ptsd', 'Today']);
    expect(
      shownCaseload(withAlerts(rows, []), { ...usual, indication: 'ptsd' }, { today, isSearch: false }).counts
        .all,
    ).toBe(1);
  });
});

describe('the address of a caseload', () => {
  it('says only what differs from the usual view', () => {
    expect(writeView(new URLSearchParams(), usual).toString()).toBe('');
    const view: CaseloadView = {
      show: 'attention',
      indication: 'ptsd',
      phase: 'ended',
      onlyMine: true,
      sort: 'score',
    };
    expect(readView(writeView(new URLSearchParams(), view))).toEqual(view);
  });

  it('falls back to the usual view for what it does not know', () => {
    expect(readView(new URLSearchParams('show=x&indication=sadness&phase=later&sort=best'))).toEqual(usual);
  });
});
