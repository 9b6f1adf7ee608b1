import { aCourseOfCheckIns, anOccurrence } from '../../testing/check-ins-builder';
import { checkInTable, countWords } from './check-in-rows';

const formerId = '01990000-0000-7000-8000-0000000000d1';

describe('the table of check-ins', () => {
  it('has one row for each moment at each point, apart for hours after a dose', () => {
    const table = checkInTable(
      aCourseOfCheckIns([
        anOccurrence('baseline', 'once', 'phq-9', { state: 'done' }),
        anOccurrence('baseline', 'once', 'gad-7', { state: 'missed' }),
        anOccurrence('weekly-induction', 's3', 'phq-9', { state: 'due' }),
        anOccurrence('hours-4', 's3', 'right-now', { inHours: true, sessionId: formerId }),
        anOccurrence('hours-24', 's3', 'right-now', { inHours: true, sessionId: formerId }),
      ]),
    );
    expect(table.instruments).toEqual(['phq-9', 'gad-7']);
    expect(table.rows.map(({ label, byInstrument }) => [label, [...byInstrument.keys()]])).toEqual([
      ['Before the first dose', ['phq-9', 'gad-7']],
      ['Weekly before a dose', ['phq-9']],
    ]);
    expect(table.doses.map(({ byMoment }) => [...byMoment.keys()])).toEqual([['hours-4', 'hours-24']]);
    expect(table.momentsOfDoses.map(({ label }) => label)).toEqual([
      '4 hours after a dose',
      '24 hours after a dose',
    ]);
  });

  it('counts what became of it, and leaves out what there is none of', () => {
    const { counts } = checkInTable(
      aCourseOfCheckIns([
        anOccurrence('baseline', 'once', 'phq-9', { state: 'done' }),
        anOccurrence('baseline', 'once', 'gad-7', { state: 'late' }),
      ]),
    );
    expect(countWords(counts)).toBe('1 answered, 1 late, still open');
  });
});
