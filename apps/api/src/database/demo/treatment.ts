import { clock } from './calendar.js';
import { planCourse, type CoursePlan, type PlanRequest } from './course-plan.js';
import { CourseRun } from './course-run.js';
import { planForms, type FormOccasion } from './form-plan.js';
import { addForm, answered } from './forms.js';
import type { DemoPatient } from './patient.js';
import type { Random } from './random.js';
import { anIllness, totalOn, type Illness } from './scores.js';
import type { Site } from './site.js';
import type { Visit } from './visit-planner.js';

export interface TreatmentRequest extends PlanRequest {
  readonly isBaselineForgotten?: boolean;
  /** The patient's item 9 of this morning waits for someone. */
  readonly isAlertOpenThisMorning?: boolean;
}

/** One course of one patient from the first form to the last: plan, sessions, forms. */
export function addTreatment(
  site: Site,
  patient: DemoPatient,
  random: Random,
  request: TreatmentRequest,
): CoursePlan {
  const plan = planCourse(random.fork('plan'), request);
  const courseId = random.uuid(site.calendar.at(Math.min(plan.startDay, 0), clock('08:30')));
  const run = new CourseRun(site, patient, plan, courseId);
  run.begin();
  const sessionIds = new Map<Visit, string>(plan.visits.map((visit) => [visit, run.addVisit(visit)]));
  const occasions = planForms(random.fork('forms'), {
    calendar: site.calendar,
    plan,
    hasAccess: patient.accountId !== null,
    hasPtsd: patient.person.indications.includes('ptsd'),
    isBaselineForgotten: request.isBaselineForgotten ?? false,
    isAnsweredThisMorning: request.isAlertOpenThisMorning ?? false,
  });
  const illness = anIllness(patient.random.fork('illness'), random.fork('illness'));
  for (const occasion of occasions) {
    const sessionId = occasion.visit === null ? null : (sessionIds.get(occasion.visit) ?? null);
    addOccasion(site, patient, { plan, courseId, illness, occasion, sessionId, request });
  }
  return plan;
}

interface Asked {
  readonly plan: CoursePlan;
  readonly courseId: string;
  readonly illness: Illness;
  readonly occasion: FormOccasion;
  readonly sessionId: string | null;
  readonly request: TreatmentRequest;
}

function addOccasion(site: Site, patient: DemoPatient, asked: Asked): void {
  const { plan, occasion, illness } = asked;
  const { random } = patient;
  const { day, place } = occasion;
  const isThisMorning = day === 0;
  const isOpen = isThisMorning && asked.request.isAlertOpenThisMorning === true;
  const way = place === 'home' && patient.accountId !== null ? 'patient' : 'staff';
  let minutes = minutesOf(patient, occasion, way);
  for (const instrument of occasion.instruments) {
    const total = totalOn(random, illness, plan.symptoms, instrument, day - plan.dayZero);
    const profile = isThisMorning && !isOpen ? withoutItem9(patient.profile) : patient.profile;
    addForm(site, patient, {
      instrument,
      // Above 24 item 9 cannot be 0; nothing but the open alerts is to wait for someone this morning.
      ...answered(random, instrument, profile, isThisMorning ? Math.min(total, 24) : total, isThisMorning),
      day,
      at: isThisMorning ? site.calendar.thisMorning(minutes) : site.calendar.at(day, minutes),
      context: occasion.context,
      courseId: day >= plan.startDay ? asked.courseId : null,
      sessionId: asked.sessionId,
      way,
      by: way === 'patient' ? (patient.accountId ?? patient.nurseId) : patient.nurseId,
      isAlertOpen: isOpen,
    });
    minutes += random.whole(1, 3);
  }
}

function minutesOf(
  { random }: DemoPatient,
  { visit, context, day }: FormOccasion,
  way: 'patient' | 'staff',
): number {
  if (visit === null) {
    return way === 'patient' && random.chance(0.55)
      ? random.whole(17 * 60, 21 * 60 + 40)
      : random.whole(8 * 60 + 40, 16 * 60);
  }
  if (context === 'after-dose') return visit.minutes + 150;
  if (way === 'patient')
    return Math.min(visit.minutes - 30, day === 0 ? random.whole(395, 572) : random.whole(390, 560));
  return visit.minutes + random.whole(-12, 4);
}

function withoutItem9(profile: DemoPatient['profile']): DemoPatient['profile'] {
  return {
    ...profile,
    'phq-9': profile['phq-9'].map((own, index) => (index === 8 ? Number.MAX_SAFE_INTEGER : own)),
  };
}
