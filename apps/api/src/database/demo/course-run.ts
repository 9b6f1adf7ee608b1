import { isPreDosePressureHigh } from '@courseline/treatment';
import { clock, minutesLater } from './calendar.js';
import type { CoursePlan } from './course-plan.js';
import { addCourse, versionsOf } from './courses.js';
import { dose, givenMg, nextStep, ordersOf, stoppedMg, weighed, type Order, type Weight } from './doses.js';
import type { DemoPatient } from './patient.js';
import { clamp, type Random } from './random.js';
import { reportAtHome } from './reports.js';
import { concomitantOf, routeDetailsOf } from './route-details.js';
import {
  aNote,
  aStopReason,
  cancelReasons,
  missedReasons,
  pressureReasons,
  stepReasons,
} from './session-notes.js';
import {
  addBooking,
  addGiven,
  addNotHeld,
  addSession,
  signedAfter,
  type BookedSession,
  type GivenSession,
  type SessionRoute,
} from './sessions.js';
import { aSeriousEvent, feltEffects, pressureEffect, proneTo, type Proneness } from './side-effects.js';
import type { Site } from './site.js';
import { levelOn } from './symptom-course.js';
import { addDraft } from './unsigned-drafts.js';
import type { Visit } from './visit-planner.js';
import { vitalsOf, type Reading } from './vitals.js';

/** How often a session brings a serious event: rare, as everywhere, and never nothing over two years. */
const SERIOUS_SHARE = 0.0007;

/** Goes through the sessions of a course in order: orders, weights, what was given and felt. */
export class CourseRun {
  private readonly random: Random;
  private readonly orders: readonly Order[];
  private readonly proneness: Proneness;
  private readonly concomitant: Readonly<Record<string, boolean | string | null>>;
  private readonly treatment: SessionRoute;
  private step = 0;
  private weight: Weight | null = null;
  private given = 0;
  private bookedAt: Date;

  constructor(
    private readonly site: Site,
    private readonly patient: DemoPatient,
    readonly plan: CoursePlan,
    readonly courseId: string,
  ) {
    const { regimen } = plan;
    this.random = patient.random.fork(`sessions ${courseId}`);
    this.orders = ordersOf(regimen, site.clinic.locale === 'en-GB' && patient.person.ageYears >= 65);
    this.proneness = proneTo(this.random, regimen.route);
    this.concomitant = concomitantOf(this.random);
    this.treatment = {
      agent: regimen.agent === 'esketamine' ? 'esketamine' : 'ketamine',
      route: regimen.route === 'none' ? 'iv' : regimen.route,
      infusionMinutes: regimen.infusionMinutes,
    };
    this.bookedAt = site.calendar.at(Math.min(plan.startDay, -1), clock('08:40') + this.random.whole(0, 60));
  }

  /** The rows of the course itself. */
  begin(): void {
    const order = this.orders[0] ?? { mg: null, perKg: null };
    addCourse(this.site, this.patient, this.courseId, versionsOf(this.site, this.patient, this.plan, order));
  }

  /** The rows of one session; gives back its id, to file forms with. */
  addVisit(visit: Visit): string {
    const { site, patient } = this;
    const level = levelOn(this.plan.symptoms, visit.day - this.plan.dayZero);
    const previousStep = this.step;
    if (visit.fate === 'given' || visit.fate === 'stopped-early' || visit.fate === 'unsigned') {
      this.step = nextStep(this.random, this.plan.regimen, {
        step: this.step,
        steps: this.orders.length,
        sessionNumber: this.given + 1,
        level,
      });
    }
    const session: BookedSession = {
      courseId: this.courseId,
      phase: visit.phase,
      day: visit.day,
      plannedAt: site.calendar.at(visit.day, visit.minutes),
      bookedAt: this.bookedAt,
      bookedBy: patient.nurseId,
      treatment: this.treatment,
      order: this.orders[this.step] ?? { mg: null, perKg: null },
    };
    const isOpen = visit.fate === 'planned' || visit.fate === 'unsigned';
    const sessionId = addSession(site, patient, session, isOpen ? 1 : 2);
    addBooking(site, patient, sessionId, session);
    if (visit.fate === 'cancelled' || visit.fate === 'no-show') {
      this.notHeld(sessionId, session, visit.fate);
    } else if (visit.fate !== 'planned') {
      const given = this.give(session, visit, level, previousStep);
      if (visit.fate === 'unsigned') {
        addDraft(site, patient, sessionId, given);
      } else {
        addGiven(site, patient, sessionId, session, given, {
          n: 2,
          status: 'current',
          reason: 'signed',
          recorded_by: given.signedBy,
          recorded_at: given.signedAt,
        });
        reportAtHome(site, patient, sessionId, given);
        if (visit.phase !== 'induction') this.bookedAt = given.signedAt;
      }
    }
    return sessionId;
  }

  private notHeld(sessionId: string, session: BookedSession, state: 'cancelled' | 'no-show'): void {
    const random = this.random;
    addNotHeld(this.site, this.patient, sessionId, session, {
      state,
      reason: random.pick(state === 'cancelled' ? cancelReasons : missedReasons),
      at: minutesLater(
        session.plannedAt,
        state === 'cancelled' ? -random.whole(20, 600) : random.whole(40, 180),
      ),
      by: this.patient.nurseId,
    });
  }

  private give(session: BookedSession, visit: Visit, level: number, previousStep: number): GivenSession {
    const { patient, plan } = this;
    const random = this.random;
    const weight = this.weigh(visit.day);
    const mg = givenMg(session.order, weight.kg);
    const stopped = visit.fate === 'stopped-early' ? stoppedMg(random, plan.regimen, mg) : null;
    this.given += 1;
    const startedAt = minutesLater(session.plannedAt, random.whole(8, 38));
    const endMinute = random.whole(...plan.regimen.observedMinutes);
    const felt = feltEffects(random, this.proneness, this.given);
    const severityOf = (code: string): number => felt.find((effect) => effect.code === code)?.severity ?? 0;
    const vitals = vitalsOf(random, patient, {
      startedAt,
      endMinute,
      dissociation: severityOf('dissociation'),
      sedation: severityOf('sedation'),
    });
    const raised = pressureEffect(random, this.given, vitals);
    const serious = random.chance(SERIOUS_SHARE) ? aSeriousEvent(random) : null;
    const sideEffects = [...felt, raised, serious].filter((effect) => effect !== null);
    const isAsked = random.chance(0.96);
    const endedAt = minutesLater(startedAt, endMinute);
    const previous = this.orders[previousStep];
    return {
      state: stopped === null ? 'given' : 'stopped-early',
      stateReason: stopped === null ? null : aStopReason(random, plan.regimen.route),
      startedAt,
      endedAt,
      givenMg: stopped ?? mg,
      weight,
      routeDetails: routeDetailsOf(random, this.treatment, stopped ?? mg),
      concomitant: this.concomitant,
      doseReason:
        this.step > previousStep && previous !== undefined
          ? `Up from ${dose(previous)}: ${random.pick(stepReasons)}`
          : null,
      pressureReason: pressureReasonOf(random, vitals.readings),
      asked: isAsked ? (sideEffects.length > 0 ? 'some' : 'none') : 'not-asked',
      note: aNote(random, level, plan.regimen.route),
      signedBy: patient.clinicianId,
      signedAt: signedAfter(patient, endedAt),
      readings: vitals.readings,
      sideEffects: isAsked ? sideEffects : [],
    };
  }

  /** Weighed at the first session and about weekly; in between the last weight stands. */
  private weigh(day: number): Weight {
    const { patient, plan, site } = this;
    const isDue = this.weight === null || day - this.weight.day >= 6 || this.random.chance(0.2);
    if (this.weight !== null && !isDue) return this.weight;
    const drift = clamp((day - plan.dayZero) / 365, 0, 2) * patient.random.fork('drift').normal(0.6, 3);
    this.weight = weighed(this.random, patient.weightKg + drift, site.clinic.weightUnit, day);
    return this.weight;
  }
}

/** Above 140/90 before the dose someone says why it is given all the same. */
function pressureReasonOf(random: Random, readings: readonly Reading[]): string | null {
  const before = readings.find(({ kind, moment }) => kind === 'blood-pressure' && moment === 'before');
  if (before === undefined || !isPreDosePressureHigh(before.value, before.diastolic ?? 0)) return null;
  return random.pick(pressureReasons);
}
