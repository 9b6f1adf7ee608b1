import { narrowed } from './group-query';

const none = { agent: null, route: null, from: null };

describe('the courses of a group', () => {
  it('are those of its treatment', () => {
    expect(
      narrowed({ instrument: 'phq-9', from: '2026-02-01' }, { ...none, agent: 'ketamine', route: 'iv' }),
    ).toEqual({ instrument: 'phq-9', from: '2026-02-01', agent: 'ketamine', route: 'iv' });
  });

  it.each([
    ['2026-01-01', '2026-03-31'],
    ['2026-04-01', '2026-06-30'],
    ['2024-10-01', '2024-12-31'],
  ])('are those of the quarter from %s to %s', (from, to) => {
    expect(narrowed({ instrument: 'gad-7' }, { ...none, from })).toEqual({ instrument: 'gad-7', from, to });
  });

  it('are never more than the period that was asked for', () => {
    const asked = { instrument: 'phq-9', from: '2026-02-10', to: '2026-03-01' } as const;
    expect(narrowed(asked, { ...none, from: '2026-01-01' })).toEqual(asked);
  });
});
