import { defaultCheckInPlan, type CheckInOccurrence } from '@courseline/treatment';
import { completionFigures, median, type CourseCompletion } from './completion-figures.js';

const occurrence = (change: Partial<CheckInOccurrence>): CheckInOccurrence => ({
  key: 'k',
  momentId: 'baseline',
  instrument: 'phq-9',
  inHours: false,
  sessionId: null,
  anchorOn: '2026-03-03',
  opensAt: 0,
  dueAt: 100,
  closesAt: 200,
  state: 'done',
  answeredLate: false,
  formId: null,
  heldUntil: null,
  ...change,
});
const course = (
  occurrences: readonly CheckInOccurrence[],
  forms: readonly (readonly [string, 'patient' | 'staff', number | null])[] = [],
): CourseCompletion => ({
  plan: defaultCheckInPlan,
  occurrences,
  forms: new Map(forms.map(([id, way, secondsTaken]) => [id, { id, way, secondsTaken }])),
  days: 21,
});
const period = { from: 0, to: 1000 };

describe('how often check-ins are answered', () => {
  it('counts by moment and instrument what is answered or closed, and nothing that is open', () => {
    const { rows } = completionFigures(
      [
        course(
          [
            occurrence({ formId: 'a' }),
            occurrence({ state: 'missed' }),
            occurrence({ state: 'due' }),
            occurrence({ state: 'upcoming' }),
            occurrence({ momentId: 'monthly', formId: 'b', answeredLate: true }),
          ],
          [
            ['a', 'patient', 90],
            ['b', 'staff', null],
          ],
        ),
        course([occurrence({ formId: 'c' })], [['c', 'patient', 60]]),
      ],
      period,
    );
    expect(rows).toMatchObject([
      {
        momentId: 'baseline',
        label: 'Before the first dose',
        asked: 3,
        answered: 2,
        late: 0,
        medianSeconds: 75,
        timed: 2,
      },
      {
        momentId: 'monthly',
        asked: 1,
        answered: 1,
        late: 1,
        medianSeconds: null,
        timed: 0,
        byWay: { staff: 1, patient: 0 },
      },
    ]);
  });

  it('leaves out what was due before the period and at its end', () => {
    const { rows } = completionFigures(
      [course([occurrence({ state: 'missed', dueAt: -1 }), occurrence({ state: 'missed', dueAt: 1000 })])],
      period,
    );
    expect(rows).toEqual([]);
  });

  it('counts a form that serves several moments once as a burden, and its questions by the week', () => {
    const { burden } = completionFigures(
      [
        course(
          [
            occurrence({ momentId: 'end-induction', formId: 'a' }),
            occurrence({ momentId: 'monthly', formId: 'a' }),
            occurrence({ momentId: 'end-induction', instrument: 'gad-7', state: 'missed' }),
            occurrence({ momentId: 'monthly', instrument: 'gad-7', state: 'missed' }),
          ],
          [['a', 'patient', 120]],
        ),
      ],
      period,
    );
    expect(burden).toEqual({
      weeks: 3,
      questionsAsked: 9 + 7,
      questionsAnswered: 9,
      forms: 1,
      timedForms: 1,
      minutes: 2,
    });
  });

  it('has the middle of some numbers, and of none no middle', () => {
    expect([median([]), median([5]), median([9, 1, 5]), median([4, 1, 2, 3])]).toEqual([null, 5, 5, 2.5]);
  });
});
