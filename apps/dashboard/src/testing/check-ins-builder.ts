import type { CheckInOccurrenceOfCourse, CheckInTemplate, CourseCheckIns } from '@courseline/contracts';
import { instrumentIdSchema } from '@courseline/contracts';
import { defaultCheckInPlan } from '@courseline/treatment';

export const courseOfCheckInsId = '01990000-0000-7000-8000-0000000000c1';
export const patientOfCheckInsId = '01990000-0000-7000-8000-0000000000aa';

export function defaultMoments(): CheckInTemplate['moments'] {
  return defaultCheckInPlan.map((moment) => ({
    ...moment,
    instruments: moment.instruments.map((instrument) => instrumentIdSchema.parse(instrument)),
  }));
}

/** A check-in of 10 November, due by 14:30 in New York and still to come unless a test says otherwise. */
export function anOccurrence(
  momentId: string,
  anchor: string,
  instrument: CheckInOccurrenceOfCourse['instrument'],
  change: Partial<CheckInOccurrenceOfCourse> = {},
): CheckInOccurrenceOfCourse {
  return {
    key: `${momentId}:${anchor}:${instrument}`,
    momentId,
    instrument,
    inHours: false,
    sessionId: null,
    anchorOn: '2026-11-10',
    opensAt: '2026-11-07T05:00:00.000Z',
    dueAt: '2026-11-10T19:30:00.000Z',
    closesAt: '2026-11-11T05:00:00.000Z',
    state: 'upcoming',
    answeredLate: false,
    heldUntil: null,
    form: null,
    ...change,
  };
}

export function aCourseOfCheckIns(occurrences: CheckInOccurrenceOfCourse[]): CourseCheckIns {
  return {
    courseId: courseOfCheckInsId,
    patientId: patientOfCheckInsId,
    plan: { version: 0, source: 'default', moments: defaultMoments(), changed: null },
    occurrences,
  };
}
