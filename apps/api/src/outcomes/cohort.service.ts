import { Injectable } from '@nestjs/common';
import type {
  CohortEndpoint,
  CohortGroup,
  CohortInstrument,
  CohortPeople,
  CohortPeopleQuery,
  CohortQuery,
  CohortSummary,
} from '@courseline/contracts';
import {
  cohortOutcomes,
  courseOutcome,
  currentOutcomeRules,
  groupSideEffects,
  type CohortOutcomes,
  type OutcomeRules,
} from '@courseline/outcomes';
import { Clock } from '../http/clock.js';
import { RequestContext } from '../http/request-context.js';
import { coursesBehind, therapiesOf } from './cohort-people.js';
import { cohortCourses, coursesAt, quarterOf, type CohortCourse } from './cohort-courses.js';
import { cohortRules } from './cohort-rules.js';
import { CohortQueries } from './cohort.queries.js';
import { groupBy } from './group-by.js';

/** A clinic's rates, and the people behind each of them. */
@Injectable()
export class CohortService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: CohortQueries,
  ) {}

  async summary(query: CohortQuery): Promise<CohortSummary> {
    const { instrument } = query;
    const { all, chosen } = await this.load(query);
    const rules = currentOutcomeRules(instrument);
    const effects = groupSideEffects(chosen.flatMap((course) => course.sessions));
    const therapies = therapiesOf(chosen);
    return {
      instrument,
      computedAt: this.clock.now().toISOString(),
      choices: choicesOf(all),
      ...bothEndpoints(chosen, instrument, rules),
      byAgentAndRoute: groupsOf(
        chosen,
        instrument,
        rules,
        ({ row }) => `${row.agent}/${row.route}`,
        ({ row }) => ({
          agent: row.agent,
          route: row.route,
          from: null,
        }),
      ).toSorted((a, b) => b.lastRecorded.treated - a.lastRecorded.treated),
      byQuarter: groupsOf(
        chosen,
        instrument,
        rules,
        ({ row }) => quarterOf(row.day_zero),
        ({ row }) => ({
          agent: null,
          route: null,
          from: quarterOf(row.day_zero),
        }),
      ).toSorted((a, b) => a.key.localeCompare(b.key, 'en')),
      talkingTherapies: {
        ruleId: therapies.ruleId,
        finished: therapies.finished,
        atCaseness: therapies.atCaseness,
        ...therapies.rates,
      },
      sideEffects: {
        sessions: effects.sessions,
        sessionsAsked: effects.sessionsAsked,
        any: effects.any,
        effects: effects.effects.map((effect) => ({
          code: effect.code,
          incidence: effect.incidence,
          byCourse: effect.byCourse,
          severity: effect.severity,
          serious: effect.serious,
          medianMinutesToResolution: effect.timeToResolution.medianMin,
          resolutionKnown: effect.timeToResolution.n,
        })),
      },
      rules: cohortRules(instrument),
    };
  }

  /** Opening the people behind a number is a read of their records, and is audited as one. */
  async people(query: CohortPeopleQuery): Promise<CohortPeople> {
    const { instrument, endpoint } = query;
    const { chosen } = await this.load(query);
    const rules = currentOutcomeRules(instrument);
    const wanted = new Set(coursesBehind(chosen, query));
    const courses = chosen.filter((course) => wanted.has(course.row.id));
    const names = await this.queries.namesOf(courses.map((course) => course.row.patient_id));
    this.context.touch(...names.keys());
    return {
      people: courses.flatMap(({ row, scores }) => {
        const person = names.get(row.patient_id);
        if (person === undefined) return [];
        const outcome = courseOutcome(scores[instrument], rules, endpoint);
        return [
          {
            patientId: row.patient_id,
            courseId: row.id,
            name: person.name,
            mrn: person.mrn,
            agent: row.agent,
            route: row.route,
            dayZero: row.day_zero,
            baseline: outcome.baseline?.total ?? null,
            last: outcome.last?.total ?? null,
            change: outcome.change,
          },
        ];
      }),
    };
  }

  private async load(query: Omit<CohortQuery, 'instrument'>) {
    const all = await this.queries.listCourses();
    const courses = all.filter(
      (course) =>
        (query.agent === undefined || course.agent === query.agent) &&
        (query.route === undefined || course.route === query.route) &&
        (query.from === undefined || course.day_zero >= query.from) &&
        (query.to === undefined || course.day_zero <= query.to),
    );
    const ids = courses.map((course) => course.id);
    const sessions = await this.queries.listSessions(ids);
    const chosen = cohortCourses({
      courses,
      points: await this.queries.listPoints(ids),
      sessions,
      sideEffects: await this.queries.listSideEffects(sessions.map((session) => session.id)),
      inInduction: await this.queries.listInInduction(),
    });
    return { all, chosen };
  }
}

function bothEndpoints(courses: readonly CohortCourse[], instrument: CohortInstrument, rules: OutcomeRules) {
  const at = (endpoint: CohortEndpoint) => {
    const measured = coursesAt(endpoint, courses);
    const scores = measured.map((course) => course.scores[instrument]);
    return {
      ...withoutPeople(cohortOutcomes(scores, rules, endpoint)),
      withoutInduction: courses.length - measured.length,
    };
  };
  return { atEndOfInduction: at('end-of-induction'), lastRecorded: at('last-recorded') };
}

function groupsOf(
  courses: readonly CohortCourse[],
  instrument: CohortInstrument,
  rules: OutcomeRules,
  key: (course: CohortCourse) => string,
  describe: (course: CohortCourse) => Pick<CohortGroup, 'agent' | 'route' | 'from'>,
): CohortGroup[] {
  return [...groupBy(courses, key)].flatMap(([name, members]) => {
    const [first] = members;
    if (first === undefined) return [];
    return [{ key: name, ...describe(first), ...bothEndpoints(members, instrument, rules) }];
  });
}

function choicesOf(courses: readonly { agent: CohortGroup['agent']; route: CohortGroup['route'] }[]) {
  return [...groupBy(courses, ({ agent, route }) => `${agent}/${route}`)].flatMap(([, members]) => {
    const [first] = members;
    return first?.agent == null || first.route === null
      ? []
      : [{ agent: first.agent, route: first.route, courses: members.length }];
  });
}

/** Ids stay on the server: whoever opens a number asks for the people behind it. */
function withoutPeople(outcomes: CohortOutcomes) {
  const { people: _people, ...numbers } = outcomes;
  return { ...numbers, improvementByPoints: [...numbers.improvementByPoints] };
}
