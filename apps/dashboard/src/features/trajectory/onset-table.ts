import type { Trajectory } from '@courseline/contracts';
import type { WeeklyLine } from '../../charts/onset-series';
import type { CsvTable } from '../../ui/csv-button';

/** The numbers behind the hours and the weeks: one line a form, those whose hours are not known among them. */
export function onsetTable(trajectory: Trajectory, weeks: readonly WeeklyLine[]): CsvTable {
  const numbers = new Map(trajectory.sessions.map(({ id, number }) => [id, number]));
  return {
    header: [
      'asks_about',
      'instrument',
      'session',
      'date',
      'time',
      'hours_from_dose',
      'mood',
      'anxiety',
      'detachment',
      'days_from_first_dose',
      'total',
      'percent_of_baseline',
    ],
    rows: [
      ...trajectory.rightNow.map(({ sessionId, date, at, hoursFromDose, answers }) => [
        'now',
        'right-now',
        sessionId === null ? null : (numbers.get(sessionId) ?? null),
        date,
        at,
        hoursFromDose === null ? null : Number(hoursFromDose.toFixed(2)),
        answers[0] ?? null,
        answers[1] ?? null,
        answers[2] ?? null,
        null,
        null,
        null,
      ]),
      ...weeks.flatMap(({ instrument, runs }) =>
        runs
          .flat()
          .map(({ date, days, total, percent }, index) => [
            'weeks',
            instrument,
            null,
            date,
            null,
            null,
            null,
            null,
            null,
            index === 0 ? null : days,
            total,
            Number(percent.toFixed(1)),
          ]),
      ),
    ],
  };
}
