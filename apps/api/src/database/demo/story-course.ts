import { answered } from './forms.js';
import { clock } from './calendar.js';
import { addCourse } from './courses.js';
import type { DemoPatient } from './patient.js';
import type { Phase } from './record-rows.js';
import type { SessionRoute } from './sessions.js';
import type { Site } from './site.js';
import { tellForm, tellSession, type ToldEffect } from './story.js';

/** A course told by its days: sessions of each phase, and what the forms came to. */
export interface ToldCourse {
  readonly induction: readonly number[];
  readonly maintenance: readonly number[];
  /** When sessions told elsewhere belong to the induction too. */
  readonly plannedSessions?: number;
  readonly perKg: number;
  readonly weightKg: number;
  /** Day, PHQ-9, GAD-7. */
  readonly scores: readonly (readonly [day: number, depression: number, anxiety: number])[];
  readonly effects: readonly ToldEffect[];
}

export interface ToldCourseIds {
  readonly courseId: string;
  /** By day. */
  readonly sessions: ReadonlyMap<number, string>;
}

export const infusion: SessionRoute = { agent: 'ketamine', route: 'iv', infusionMinutes: 40 };

/** An IV course of half a mg per kg or so, as it was; days of the past are moved off weekends. */
export function tellCourse(site: Site, patient: DemoPatient, told: ToldCourse): ToldCourseIds {
  const { calendar } = site;
  const onWorkday = (day: number): number => (day < 0 ? calendar.workdayNear(day) : day);
  const firstDay = onWorkday(told.induction[0] ?? 0);
  const bookedDay = calendar.lastWorkdayBefore(firstDay);
  const at = calendar.at(bookedDay, clock('10:50'));
  const courseId = patient.random.uuid(at);
  const maintenanceFrom = told.maintenance[0];
  const induction = {
    phase: 'induction',
    starts_on: calendar.date(firstDay),
    planned_sessions: told.plannedSessions ?? told.induction.length,
    interval_days: 3.5,
  } as const;
  const details = {
    agent: 'ketamine',
    agent_name: null,
    route: 'iv',
    started_on: calendar.date(bookedDay),
    declared_day_zero: null,
    ended_on: null,
    end_reason: null,
    end_note: null,
    ordered_mg: null,
    ordered_mg_per_kg: told.perKg,
    infusion_minutes: 40,
    setting_tag: 'music, eye mask',
    note: null,
  } as const;
  const start = { at, by: patient.clinicianId, reason: null, details, phases: [induction] };
  addCourse(
    site,
    patient,
    courseId,
    maintenanceFrom === undefined
      ? [start]
      : [
          start,
          {
            ...start,
            at: calendar.at(calendar.lastWorkdayBefore(onWorkday(maintenanceFrom)), clock('16:10')),
            reason: 'Goes on to maintenance',
            phases: [
              induction,
              {
                phase: 'maintenance',
                starts_on: calendar.date(onWorkday(maintenanceFrom)),
                planned_sessions: null,
                interval_days: 28,
              },
            ],
          },
        ],
  );
  const sessions = new Map<number, string>();
  const add = (phase: Phase, day: number): void => {
    const workday = onWorkday(day);
    const frame = { courseId, phase, treatment: infusion, order: { mg: null, perKg: told.perKg }, bookedDay };
    const given = {
      mg: Math.round(told.perKg * told.weightKg),
      weightKg: told.weightKg,
      weighedDay: workday,
      effects: patient.random.chance(0.7) ? told.effects : [],
    };
    const id = tellSession(site, patient, frame, {
      day: workday,
      time: '11:00',
      ...(day < 0 ? { given } : {}),
    });
    sessions.set(day, id);
  };
  for (const day of told.induction) add('induction', day);
  for (const day of told.maintenance) add('maintenance', day);
  for (const [day, depression, anxiety] of told.scores) {
    const sessionId = sessions.get(day) ?? null;
    const onDay = sessionId === null ? day : onWorkday(day);
    for (const [instrument, total] of [
      ['phq-9', depression],
      ['gad-7', anxiety],
    ] as const) {
      const { answers, difficulty } = answered(patient.random, instrument, patient.profile, total, true);
      tellForm(site, patient, {
        instrument,
        answers: answers.join(''),
        ...(difficulty === null ? {} : { difficulty }),
        day: onDay,
        time: sessionId === null ? '19:05' : '08:05',
        context: sessionId === null ? 'between' : 'before-dose',
        courseId,
        sessionId,
        way: 'patient',
      });
    }
  }
  return { courseId, sessions };
}
