import type { Trajectory, TrajectoryCourse, TrajectoryCourseLine } from '@courseline/contracts';
import { indicationWords, phaseWords, treatmentWords } from '../../messages/clinical-words';

/** "34 · MDD, PTSD · 3 adequate trials without enough benefit". */
export function personWords({ age, indications, trials }: Trajectory['patient']): string {
  const { adequate, unclear } = trials.lifetime;
  const counted =
    adequate === 0 && unclear === 0
      ? null
      : `${adequate} adequate ${adequate === 1 ? 'trial' : 'trials'} without enough benefit${unclear > 0 ? `, ${unclear} unclear` : ''}`;
  const parts = [
    age === null ? 'age unknown' : String(age),
    indications.length === 0
      ? 'no indication recorded'
      : indications.map((each) => indicationWords[each].short).join(', '),
    counted,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** "Induction, ketamine IV, 4 of 6". */
export function courseStandingWords(course: TrajectoryCourse): string {
  const phase = course.currentPhase === null ? undefined : course.phases[course.currentPhase];
  const treatment = treatmentWords(course);
  if (course.endedOn !== null) return `${treatment}, ended`;
  if (phase === undefined) {
    return course.sessionsGiven > 0
      ? `${treatment}, ${course.sessionsGiven} given`
      : `${treatment}, not begun`;
  }
  const count = phase.planned === null ? `${phase.given} given` : `${phase.given} of ${phase.planned}`;
  return `${phaseWords[phase.phase]}, ${treatment}, ${count}`;
}

/** "Course 2: ketamine IV, since Nov 2026". */
export function courseOptionWords(course: TrajectoryCourseLine, day: (date: string) => string): string {
  const treatment = treatmentWords(course);
  const end =
    course.endedOn === null
      ? `since ${day(course.startedOn)}`
      : `${day(course.startedOn)} to ${day(course.endedOn)}`;
  return `Course ${course.number}: ${treatment}, ${end}`;
}
