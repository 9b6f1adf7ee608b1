import { answerChanges } from './answer-changes.js';
import type { GivenAnswerRow } from './answer-trail.js';

const trail = (...rows: readonly (Partial<GivenAnswerRow> & { item: number; second: number })[]) =>
  rows.map(({ second, ...row }, index) => ({
    n: index + 1,
    answer: 0,
    form_version: index + 2,
    set_aside: false,
    device_id: null,
    sequence: null,
    given_at: new Date(Date.UTC(2026, 2, 10, 14, 0, second)),
    ...row,
  }));

describe('changes of answers', () => {
  it('say from what to what, and how long after the first answer to the question', () => {
    const rows = trail(
      { item: 8, answer: 1, second: 0 },
      { item: 9, answer: 2, second: 3 },
      { item: 9, answer: 0, second: 7 },
      { item: 9, answer: 1, second: 20 },
    );
    expect(answerChanges(rows)).toEqual([
      { item: 9, from: 2, to: 0, secondsAfter: 4, setAside: false },
      { item: 9, from: 0, to: 1, secondsAfter: 17, setAside: false },
    ]);
  });

  it('are none where an answer was given again as it stood', () => {
    expect(
      answerChanges(trail({ item: 1, answer: 2, second: 0 }, { item: 1, answer: 2, second: 5 })),
    ).toEqual([]);
  });

  it('tell declined from 0, and an answer set aside from one that entered the form', () => {
    const rows = trail(
      { item: 0, answer: null, second: 0 },
      { item: 0, answer: 0, second: 2 },
      { item: 0, answer: 3, second: 9, set_aside: true },
      { item: 0, answer: 0, second: 11 },
    );
    expect(answerChanges(rows)).toEqual([
      { item: 'difficulty', from: null, to: 0, secondsAfter: 2, setAside: false },
      { item: 'difficulty', from: 0, to: 3, secondsAfter: 9, setAside: true },
    ]);
  });
});
