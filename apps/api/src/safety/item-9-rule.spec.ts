import type { AnswersSeen } from '../assessments/answers-observers.js';
import { alertFor } from './item-9-rule.js';

const seen = (item9: number | null | undefined, instrument = 'phq-9'): AnswersSeen => ({
  assessmentId: 'a',
  n: 1,
  patientId: 'p',
  instrument,
  item9,
  way: 'patient',
  historical: false,
});

describe('the item 9 rule', () => {
  it.each([1, 2, 3])('is red for an answer of %i', (value) => {
    expect(alertFor(seen(value))).toEqual({ rule: 'item-9', level: 'red', value });
  });

  it('is amber when the question was declined', () => {
    expect(alertFor(seen(null))).toEqual({ rule: 'item-9-declined', level: 'amber', value: null });
  });

  it('says nothing about an answer of 0, a question not reached yet, or another instrument', () => {
    expect(alertFor(seen(0))).toBeNull();
    expect(alertFor(seen(undefined))).toBeNull();
    expect(alertFor(seen(2, 'gad-7'))).toBeNull();
  });
});
