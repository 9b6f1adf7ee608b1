import { courseAgents, routesOfAgent, startCourseSchema } from '@courseline/contracts';
import { fieldsOfAgent, fieldsOfRoute, newCourse } from './course-form-values';

describe('the form of a course', () => {
  it('begins with what is usual: ketamine IV, 0.5 mg/kg over 40 minutes, six sessions twice a week', () => {
    expect(startCourseSchema.parse(newCourse('2026-11-02'))).toMatchObject({
      agent: 'ketamine',
      route: 'iv',
      orderedMgPerKg: 0.5,
      infusionMinutes: 40,
      phases: [{ phase: 'induction', plannedSessions: 6, intervalDays: 3.5 }],
    });
  });

  it.each(courseAgents)('stays valid when the agent becomes %s, whatever the route', (agent) => {
    const named = { ...newCourse('2026-11-02'), ...fieldsOfAgent(agent) };
    const agentName = agent === 'ketamine' || agent === 'esketamine' ? null : 'named';
    for (const route of routesOfAgent[agent]) {
      const course = { ...named, agentName, route, ...fieldsOfRoute(route, agent) };
      expect(startCourseSchema.safeParse(course).error?.issues ?? []).toEqual([]);
    }
  });
});
