import type { CohortPeopleQuery } from '@courseline/contracts';
import {
  cohortOutcomes,
  currentOutcomeRules,
  groupSideEffects,
  talkingTherapies,
  type CohortOutcomes,
  type TalkingTherapies,
} from '@courseline/outcomes';
import { coursesAt, type CohortCourse } from './cohort-courses.js';

interface Behind {
  /** Ids of the courses that were counted. */
  readonly counted: readonly string[];
  /** Ids of the courses of which they were counted. */
  readonly of: readonly string[];
}

/** The ids of the courses behind a number, or of those that the number leaves out of what it counts. */
export function coursesBehind(courses: readonly CohortCourse[], query: CohortPeopleQuery): readonly string[] {
  const { counted, of } = behind(courses, query);
  if (query.part === 'with') return counted;
  const inside = new Set(counted);
  return of.filter((courseId) => !inside.has(courseId));
}

/** PHQ-9 and GAD-7 of the courses by the rules of NHS Talking Therapies. */
export function therapiesOf(courses: readonly CohortCourse[]): TalkingTherapies {
  return talkingTherapies(
    courses.map(({ row, scores }) => ({
      id: row.id,
      depression: scores['phq-9'].points,
      anxiety: scores['gad-7'].points,
      doses: scores['phq-9'].doses ?? [],
    })),
  );
}

function behind(courses: readonly CohortCourse[], query: CohortPeopleQuery): Behind {
  const { count, code } = query;
  switch (count) {
    case 'sideEffect':
      return behindSideEffect(courses, code ?? '');
    case 'therapiesFinished':
    case 'therapiesAtCaseness':
    case 'therapiesRecovery':
    case 'therapiesReliableRecovery':
    case 'therapiesReliableImprovement':
    case 'therapiesReliableDeterioration':
      return behindTherapies(therapiesOf(courses).people, count);
    default:
      return behindOutcome(outcomesOf(courses, query), count);
  }
}

function outcomesOf(
  courses: readonly CohortCourse[],
  { instrument, endpoint }: CohortPeopleQuery,
): CohortOutcomes {
  const scores = coursesAt(endpoint, courses).map((course) => course.scores[instrument]);
  return cohortOutcomes(scores, currentOutcomeRules(instrument), endpoint);
}

type TherapiesCount = Extract<CohortPeopleQuery['count'], `therapies${string}`>;
type OutcomeCount = Exclude<CohortPeopleQuery['count'], TherapiesCount | 'sideEffect'>;

function behindOutcome(outcomes: CohortOutcomes, count: OutcomeCount): Behind {
  const { people } = outcomes;
  switch (count) {
    case 'treated':
      return { counted: people.treated, of: people.treated };
    case 'withBaseline':
      return { counted: people.withBaseline, of: people.treated };
    case 'eligible':
    case 'withFollowUp':
      return { counted: people[count], of: people.withBaseline };
    case 'eligibleWithFollowUp':
      return { counted: people.eligibleWithFollowUp, of: people.eligible };
    case 'response':
    case 'remission':
    case 'reliableImprovement':
    case 'reliableDeterioration': {
      const rate = outcomes[count];
      return rate === null ? { counted: [], of: [] } : { counted: rate.numerator, of: rate.denominator };
    }
  }
}

function behindTherapies(people: TalkingTherapies['people'], count: TherapiesCount): Behind {
  switch (count) {
    case 'therapiesFinished':
      return { counted: people.finished, of: people.finished };
    case 'therapiesAtCaseness':
      return { counted: people.atCaseness, of: people.finished };
    case 'therapiesRecovery':
      return { counted: people.recovery, of: people.atCaseness };
    case 'therapiesReliableRecovery':
      return { counted: people.reliableRecovery, of: people.atCaseness };
    case 'therapiesReliableImprovement':
      return { counted: people.reliableImprovement, of: people.finished };
    case 'therapiesReliableDeterioration':
      return { counted: people.reliableDeterioration, of: people.finished };
  }
}

function behindSideEffect(courses: readonly CohortCourse[], code: string): Behind {
  const sessions = courses.flatMap((course) => course.sessions);
  const asked = sessions.filter((session) => session.asked !== 'not-asked').map(({ courseId }) => courseId);
  const found = groupSideEffects(sessions).effects.find((effect) => effect.code === code);
  return { counted: found?.courses ?? [], of: [...new Set(asked)] };
}
