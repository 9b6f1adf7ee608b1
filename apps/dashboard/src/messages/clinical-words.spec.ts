import { sideEffectTerms } from '@courseline/treatment';
import { indicationWords, treatmentWords } from './clinical-words';

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

describe('words that staff and patients read', () => {
  it('are spelled as in the United States', () => {
    const words = [
      ...Object.values(indicationWords).flatMap(({ short, long }) => [short, long]),
      ...sideEffectTerms.flatMap(({ label, patientWording }) => [label, patientWording ?? '']),
    ];
    expect(
      words.filter((each) => /oea|oede|haem|aesth|[lnr]is(e|ed|ation|ing)\b|[^f]our\b/i.test(each)),
    ).toEqual([]);
    expect(words).toContain('Generalized anxiety');
    expect(words).toContain('Diarrhea');
  });
});
