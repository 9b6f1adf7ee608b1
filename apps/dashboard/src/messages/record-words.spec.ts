import { trialCountsWords } from './record-words';

const clear = (adequate: number) => ({ adequate, unclear: 0 });

describe('counts of trials', () => {
  it('says how many in this episode and in all', () => {
    expect(trialCountsWords({ currentEpisode: clear(2), lifetime: clear(3) })).toBe(
      '2 adequate trials without enough benefit in this episode, 3 in all',
    );
    expect(trialCountsWords({ currentEpisode: clear(1), lifetime: clear(1) })).toBe(
      '1 adequate trial without enough benefit in this episode, 1 in all',
    );
    expect(trialCountsWords({ currentEpisode: clear(0), lifetime: clear(0) })).toBe(
      '0 adequate trials without enough benefit in this episode, 0 in all',
    );
  });

  it('says of how many nobody can tell', () => {
    expect(
      trialCountsWords({
        currentEpisode: { adequate: 0, unclear: 1 },
        lifetime: { adequate: 2, unclear: 3 },
      }),
    ).toBe(
      '0 adequate trials without enough benefit in this episode (1 more unclear), 2 in all (3 more unclear)',
    );
  });
});
