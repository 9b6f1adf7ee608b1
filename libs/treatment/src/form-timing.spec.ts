import { formDue, type FormHistory } from './form-timing.js';

const history = (over: Partial<FormHistory>): FormHistory => ({
  instrument: 'phq-9',
  daysSinceLast: null,
  asksTrauma: true,
  phase: 'induction',
  ...over,
});

describe('which forms are due at a visit', () => {
  it('asks depression and anxiety forms unless answered within 72 hours', () => {
    for (const instrument of ['phq-9', 'gad-7']) {
      expect(formDue(history({ instrument }))).toBe('first of this course');
      expect(formDue(history({ instrument, daysSinceLast: 0 }))).toBeNull();
      expect(formDue(history({ instrument, daysSinceLast: 3 }))).toBeNull();
      expect(formDue(history({ instrument, daysSinceLast: 4 }))).toBe('last 4 days ago');
    }
  });

  it('asks the trauma form every two weeks in induction and every four weeks after', () => {
    const pcl5 = (daysSinceLast: number | null, phase: FormHistory['phase'] = 'induction') =>
      formDue(history({ instrument: 'pcl-5', daysSinceLast, phase }));
    expect(pcl5(null)).toBe('first of this course');
    expect(pcl5(13)).toBeNull();
    expect(pcl5(14)).toBe('last 14 days ago');
    expect(pcl5(27, 'maintenance')).toBeNull();
    expect(pcl5(28, 'maintenance')).toBe('last 28 days ago');
  });

  it('does not ask the trauma form where trauma is not treated, nor any other instrument', () => {
    expect(formDue(history({ instrument: 'pcl-5', asksTrauma: false }))).toBeNull();
    expect(formDue(history({ instrument: 'madrs' }))).toBeNull();
  });
});
