import type { AttentionReason } from '@courseline/contracts';
import { attentionWords } from './attention-words';

const words = { nearDay: () => 'tomorrow', day: (day: string) => day, today: () => '2026-11-17' };
const scores = {
  urgency: 'review' as const,
  ruleId: 'rule',
  instrument: 'phq-9',
  from: { date: '2026-10-01', total: 8 },
  to: { date: '2026-11-16', total: 15 },
};
const said = (reason: AttentionReason) => attentionWords(reason, words);

describe('why someone should look', () => {
  it('is said with the number first and the rule behind it', () => {
    expect(said({ ...scores, code: 'rise-from-best', points: 7, thresholdPoints: 6 })).toBe(
      'PHQ-9 15, was 8 at best: worse by 7 (6 or more)',
    );
    expect(said({ ...scores, code: 'relapse', thresholdTotal: 15 })).toBe(
      'PHQ-9 15 after remission: relapse (15 or more)',
    );
  });

  it('names both lines where they differ, so that it does not contradict the chart', () => {
    const from = { date: '2026-10-01', total: 48 };
    const to = { date: '2026-11-16', total: 80 };
    const rise = { ...scores, instrument: 'pcl-5', from, to, points: 32, thresholdPoints: 10 };
    expect(said({ ...rise, code: 'rise-from-baseline' })).toBe(
      'PCL-5 80, was 48 at baseline: worse by 32 (10 or more: our line for a look; beyond measurement error from 15 on)',
    );
  });

  it('does not call a rise a fall', () => {
    const lost = { ...scores, code: 'loss-of-response' as const, thresholdPercent: 50 };
    expect(said({ ...lost, percentFall: 21.4 })).toBe('PHQ-9 15, response lost: 21 % lower than at baseline');
    expect(said({ ...lost, percentFall: -10 })).toBe('PHQ-9 15, response lost: higher than at baseline');
  });

  it('tells a score that is old from one that never was', () => {
    const old = {
      urgency: 'review' as const,
      ruleId: 'rule',
      instrument: 'gad-7',
      code: 'no-recent-score' as const,
      days: 76,
      thresholdDays: 45,
    };
    expect(said({ ...old, lastDate: '2026-09-02' })).toBe('GAD-7: last score 76 days ago, 2026-09-02');
    expect(said({ ...old, lastDate: null })).toBe('GAD-7: no score in 76 days');
  });

  it('tells a session begun from one never written down', () => {
    const session = {
      code: 'unsigned-session' as const,
      urgency: 'soon' as const,
      ruleId: 'rule',
      sessionId: '01900000-0000-7000-8000-000000000001',
      date: '2026-11-13',
    };
    expect(said({ ...session, begun: true })).toBe('Session of tomorrow is not signed');
    expect(said({ ...session, begun: false })).toBe('Session of tomorrow was never written down');
  });

  it('names all forms that are due at once', () => {
    const due = { code: 'form-due' as const, urgency: 'soon' as const, ruleId: 'rule', dueOn: '2026-11-18' };
    expect(said({ ...due, instruments: ['phq-9', 'pcl-5'] })).toBe('PHQ-9, PCL-5 due tomorrow');
  });
});
