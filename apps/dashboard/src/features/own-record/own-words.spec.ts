import type { OwnInstrument, OwnPoint } from '@courseline/contracts';
import { greeting, minutesFor, ownName, ownSentence } from './own-words';

const point = (total: number): OwnPoint => ({ onDate: '2026-11-02', at: null, total, status: 'complete' });

function scores(
  first: number | null,
  latest: number | null,
  beyond = true,
  noticeable = beyond,
): OwnInstrument {
  return {
    instrument: 'phq-9',
    highest: 27,
    first: first === null ? null : point(first),
    latest: latest === null ? null : point(latest),
    change: first === null || latest === null ? null : latest - first,
    beyondMeasurementError: first === null || latest === null ? null : beyond,
    noticeable: first === null || latest === null ? null : noticeable,
    points: [],
  };
}

describe('what a patient reads about a score', () => {
  it('says fewer symptoms, and whether it is more than the usual ups and downs', () => {
    expect(ownSentence(scores(17, 12)).scores).toBe('12, was 17.');
    expect(ownSentence(scores(17, 11)).meaning).toMatch(
      /6 points lower .* more than the usual ups and downs/,
    );
    expect(ownSentence(scores(17, 12, false, true)).meaning).toMatch(/People often notice/);
    expect(ownSentence(scores(17, 16, false)).meaning).toMatch(
      /1 point lower .* go up and down by this much/,
    );
  });

  it('says worse with care: what to do, no verdict', () => {
    const { meaning, callClinic } = ownSentence(scores(9, 12, false));
    expect(meaning).toBe(
      'Your score is higher than when you started (12, was 9). Scores go up and down. Talk about it at your next visit, or call the clinic sooner if you are worried.',
    );
    expect(meaning).not.toMatch(/worse|severe|fail/i);
    expect(callClinic).toBe(false);
  });

  it('does not call a rise beyond measurement error an up or down, and says to call today', () => {
    const { meaning, callClinic } = ownSentence(scores(9, 24));
    expect(meaning).toMatch(/^Your score is 15 points higher than when you started \(24, was 9\)\./);
    expect(meaning).toMatch(/more than the usual ups and downs .* call the clinic today/);
    expect(meaning).not.toMatch(/Scores go up and down|worse|severe|fail/i);
    expect(callClinic).toBe(true);
    expect(ownSentence(scores(17, 2)).callClinic).toBe(false);
  });

  it('knows no change, a first score, a score of zero, and none at all', () => {
    expect(ownSentence(scores(9, 9)).meaning).toBe('The same as when you started.');
    expect(ownSentence(scores(null, 9)).meaning).toMatch(/first score/);
    expect(ownSentence(scores(9, 0)).scores).toBe('0, was 9.');
    expect(ownSentence(scores(null, null)).scores).toBe('No score yet.');
  });

  it('names scores by what they are about', () => {
    expect([ownName('phq-9'), ownName('gad-7'), ownName('pcl-5')]).toEqual([
      'Depression score',
      'Anxiety score',
      'Trauma score',
    ]);
  });

  it('greets by the hour and estimates minutes', () => {
    expect([greeting(9), greeting(12), greeting(18)]).toEqual([
      'Good morning',
      'Good afternoon',
      'Good evening',
    ]);
    expect([minutesFor(9), minutesFor(36), minutesFor(1)]).toEqual([2, 6, 1]);
  });
});
