import { courseAgents, routesOfAgent, startCourseSchema } from './index.js';

const course = {
  agent: 'ketamine',
  agentName: null,
  route: 'iv',
  startedOn: '2026-11-02',
  declaredDayZero: null,
  orderedMg: null,
  orderedMgPerKg: 0.5,
  infusionMinutes: 40,
  settingTag: null,
  note: null,
  phases: [{ phase: 'induction', startsOn: '2026-11-03', plannedSessions: 6, intervalDays: 3.5 }],
};
const comparator = {
  ...course,
  agent: 'ssri',
  agentName: 'sertraline',
  route: 'oral',
  orderedMgPerKg: null,
  infusionMinutes: null,
  phases: [],
};
const wrongAt = (body: object): unknown[] =>
  startCourseSchema.safeParse(body).error?.issues.map((issue) => issue.path.join('/')) ?? [];

describe('starting a course', () => {
  it('takes ketamine by infusion and a comparator course', () => {
    expect(wrongAt(course)).toEqual([]);
    expect(wrongAt(comparator)).toEqual([]);
  });

  it('knows a route for each agent, and refuses the others', () => {
    for (const agent of courseAgents) expect(routesOfAgent[agent].length).toBeGreaterThan(0);
    expect(wrongAt({ ...course, agent: 'esketamine', orderedMgPerKg: null, infusionMinutes: null })).toEqual([
      'route',
    ]);
    expect(wrongAt({ ...course, route: 'none', infusionMinutes: null })).toEqual(['route']);
    expect(wrongAt({ ...comparator, agent: 'psychotherapy' })).toEqual(['route']);
  });

  it('orders in mg or in mg per kg, and esketamine in mg', () => {
    expect(wrongAt({ ...course, orderedMg: 40 })).toEqual(['orderedMgPerKg']);
    expect(
      wrongAt({
        ...course,
        agent: 'esketamine',
        route: 'intranasal',
        infusionMinutes: null,
        orderedMg: null,
      }),
    ).toEqual(['orderedMgPerKg']);
    expect(wrongAt({ ...course, orderedMgPerKg: 0 })).toEqual(['orderedMgPerKg']);
    expect(wrongAt({ ...course, orderedMgPerKg: 0.0001 })).toEqual(['orderedMgPerKg']);
  });

  it('wants a name for a comparator, and no doses or sessions', () => {
    expect(wrongAt({ ...comparator, agentName: null })).toEqual(['agentName']);
    expect(wrongAt({ ...comparator, orderedMg: 50, phases: course.phases })).toEqual(['phases', 'orderedMg']);
  });

  it('has minutes only for an infusion', () => {
    expect(wrongAt({ ...course, route: 'im' })).toEqual(['infusionMinutes']);
  });
});
