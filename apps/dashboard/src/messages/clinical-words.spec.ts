import { treatmentWords } from './clinical-words';

describe('the words for a treatment', () => {
  it('name agent and route, and the product of a comparator course', () => {
    expect(treatmentWords({ agent: 'ketamine', agentName: null, route: 'iv' })).toBe('ketamine IV');
    expect(treatmentWords({ agent: 'esketamine', agentName: 'Spravato', route: 'intranasal' })).toBe(
      'esketamine intranasal',
    );
    expect(treatmentWords({ agent: 'ssri', agentName: 'sertraline', route: 'oral' })).toBe(
      'sertraline (SSRI)',
    );
    expect(treatmentWords({ agent: 'psychotherapy', agentName: null, route: 'none' })).toBe('psychotherapy');
  });
});
