import { countTrials, trialAdequacy } from './prior-treatments.js';
import type { JudgedTrial, Trial } from './prior-treatments.js';

const trial = (change: Partial<Trial> = {}): Trial => ({
  kind: 'antidepressant',
  weeksAtDose: 8,
  adherence: 'good',
  ...change,
});

describe('adequacy of a trial', () => {
  it('takes four weeks at the minimum effective dose, taken as prescribed', () => {
    expect(trialAdequacy(trial({ weeksAtDose: 4 }))).toBe('yes');
    expect(trialAdequacy(trial({ weeksAtDose: 3 }))).toBe('no');
    expect(trialAdequacy(trial({ weeksAtDose: 0 }))).toBe('no');
  });

  it('does not count a trial that was hardly taken, however long it was', () => {
    expect(trialAdequacy(trial({ weeksAtDose: 52, adherence: 'poor' }))).toBe('no');
    expect(trialAdequacy(trial({ weeksAtDose: null, adherence: 'poor' }))).toBe('no');
  });

  it('is unknown while weeks or adherence are, unless one of them settles it', () => {
    expect(trialAdequacy(trial({ weeksAtDose: null }))).toBe('unknown');
    expect(trialAdequacy(trial({ adherence: 'unknown' }))).toBe('unknown');
    expect(trialAdequacy(trial({ adherence: 'partial' }))).toBe('unknown');
    expect(trialAdequacy(trial({ weeksAtDose: 2, adherence: 'unknown' }))).toBe('no');
  });

  it('says nothing about what is not an antidepressant', () => {
    for (const kind of ['augmentation', 'psychotherapy', 'ect', 'tms', 'other-medicine', 'other'] as const)
      expect(trialAdequacy(trial({ kind }))).toBeNull();
  });
});

const judged = (change: Partial<JudgedTrial> = {}): JudgedTrial => ({
  kind: 'antidepressant',
  adequate: 'yes',
  outcome: 'none',
  episode: 'current',
  ...change,
});

describe('counting trials', () => {
  it('counts none where none were recorded', () => {
    expect(countTrials([])).toEqual({
      currentEpisode: { adequate: 0, unclear: 0 },
      lifetime: { adequate: 0, unclear: 0 },
    });
  });

  it('counts the current episode and the lifetime apart', () => {
    const counts = countTrials([judged(), judged({ episode: 'earlier' }), judged({ outcome: 'partial' })]);
    expect(counts.currentEpisode).toEqual({ adequate: 2, unclear: 0 });
    expect(counts.lifetime).toEqual({ adequate: 3, unclear: 0 });
  });

  it('leaves out what helped, what was not tolerated, what was inadequate and other kinds', () => {
    const counts = countTrials([
      judged({ outcome: 'remission' }),
      judged({ outcome: 'response' }),
      judged({ outcome: 'intolerant' }),
      judged({ adequate: 'no' }),
      judged({ kind: 'psychotherapy' }),
    ]);
    expect(counts.lifetime).toEqual({ adequate: 0, unclear: 0 });
  });

  it('names trials about which too little is known instead of leaving them out', () => {
    const counts = countTrials([
      judged({ adequate: 'unknown' }),
      judged({ outcome: 'unknown' }),
      judged({ episode: 'unknown' }),
    ]);
    expect(counts.currentEpisode).toEqual({ adequate: 0, unclear: 3 });
    expect(counts.lifetime).toEqual({ adequate: 1, unclear: 2 });
  });
});
