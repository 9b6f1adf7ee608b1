import {
  hasSessions,
  routesOfAgent,
  type AmendCourse,
  type Course,
  type CourseAgent,
  type StartCourse,
} from '@courseline/contracts';
import { phaseTemplates, routeDefinition, type PhaseTemplate } from '@courseline/treatment';

export const courseFieldNames = [
  'agent',
  'agentName',
  'route',
  'startedOn',
  'declaredDayZero',
  'orderedMg',
  'orderedMgPerKg',
  'infusionMinutes',
  'settingTag',
  'note',
  'phases',
] as const;

const USUAL_MG_PER_KG = 0.5;
const USUAL_INFUSION_MINUTES = 40;
const FIRST_ESKETAMINE_MG = 56;

/** What changes with the agent: a route it can have, its usual order and plan, and nothing it cannot have. */
export function fieldsOfAgent(agent: CourseAgent) {
  const [route = 'none'] = routesOfAgent[agent];
  if (!hasSessions(agent)) {
    return { agent, route, orderedMg: null, orderedMgPerKg: null, infusionMinutes: null, phases: [] };
  }
  const isEsketamine = agent === 'esketamine';
  return {
    agent,
    agentName: null,
    route,
    orderedMg: isEsketamine ? FIRST_ESKETAMINE_MG : null,
    orderedMgPerKg: isEsketamine ? null : USUAL_MG_PER_KG,
    infusionMinutes: isEsketamine ? null : USUAL_INFUSION_MINUTES,
    phases: phasesOf(phaseTemplates(agent)[0]),
  };
}

/** What changes with the route: an order per kg stands only where the route is dosed so, minutes where it is infused. */
export function fieldsOfRoute(route: StartCourse['route'], agent: CourseAgent) {
  if (route === 'none' || !hasSessions(agent)) return { infusionMinutes: null };
  const { perKg, infused } = routeDefinition(route);
  const perKgOrder = perKg && agent !== 'esketamine';
  return {
    orderedMg: null,
    orderedMgPerKg: perKgOrder ? USUAL_MG_PER_KG : null,
    infusionMinutes: infused ? USUAL_INFUSION_MINUTES : null,
  };
}

export function phasesOf(template: PhaseTemplate | undefined): StartCourse['phases'] {
  return (template?.phases ?? []).map((phase) => ({ ...phase, startsOn: null }));
}

export function newCourse(today: string): StartCourse {
  return {
    agentName: null,
    startedOn: today,
    declaredDayZero: null,
    settingTag: null,
    note: null,
    ...fieldsOfAgent('ketamine'),
  };
}

export function courseToAmend(course: Course): AmendCourse {
  const { agent, agentName, route, startedOn, declaredDayZero, orderedMg, orderedMgPerKg } = course;
  const { infusionMinutes, settingTag, note, phases } = course;
  return {
    ...{ agent, agentName, route, startedOn, declaredDayZero, orderedMg, orderedMgPerKg },
    ...{ infusionMinutes, settingTag, note, phases, reason: '' },
  };
}
