import { trialCountWords } from './record-words';

describe('counts of trials', () => {
  it('says how many, and how many nobody can tell', () => {
    expect(trialCountWords({ adequate: 3, unclear: 0 })).toBe('3 adequate trials without enough benefit');
    expect(trialCountWords({ adequate: 1, unclear: 2 })).toBe(
      '1 adequate trial without enough benefit, 2 unclear',
    );
    expect(trialCountWords({ adequate: 0, unclear: 0 })).toBe('0 adequate trials without enough benefit');
  });
});
