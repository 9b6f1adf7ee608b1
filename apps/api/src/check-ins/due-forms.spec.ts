import { daysBetween } from '../clinics/clinic-calendar.js';
import { dueForms, type PatientsForms } from './due-forms.js';

const forms = (over: Partial<PatientsForms>): PatientsForms => ({
  today: '2026-11-17',
  nextSessionOn: null,
  lastOn: new Map(),
  asksTrauma: false,
  daysBetween,
  ...over,
});
const answered = (phq9: string, gad7 = phq9) =>
  new Map([
    ['phq-9', phq9],
    ['gad-7', gad7],
  ]);

describe('the forms due for a patient', () => {
  it('are all that were never answered, the trauma form only where trauma is treated', () => {
    expect(dueForms(forms({}))).toEqual(['phq-9', 'gad-7']);
    expect(dueForms(forms({ asksTrauma: true }))).toEqual(['phq-9', 'gad-7', 'pcl-5']);
  });

  it('come again after seven days without a session', () => {
    expect(dueForms(forms({ lastOn: answered('2026-11-11') }))).toEqual([]);
    expect(dueForms(forms({ lastOn: answered('2026-11-10', '2026-11-11') }))).toEqual(['phq-9']);
  });

  it('come before a session within 72 hours, unless answered within 72 hours of it', () => {
    const before = (nextSessionOn: string, lastOn: string) =>
      dueForms(forms({ nextSessionOn, lastOn: answered(lastOn) }));
    expect(before('2026-11-20', '2026-11-16')).toEqual(['phq-9', 'gad-7']);
    expect(before('2026-11-20', '2026-11-17')).toEqual([]);
    expect(before('2026-11-21', '2026-11-16')).toEqual([]);
  });

  it('ask the trauma form every fortnight, whatever is planned', () => {
    const trauma = (last: string) =>
      dueForms(
        forms({
          asksTrauma: true,
          nextSessionOn: '2026-11-18',
          lastOn: new Map([...answered('2026-11-17'), ['pcl-5', last]]),
        }),
      );
    expect(trauma('2026-11-04')).toEqual([]);
    expect(trauma('2026-11-03')).toEqual(['pcl-5']);
  });
});
