import type { DemoCalendar } from './calendar.js';
import { afterInduction, type Ending } from './course-ending.js';
import type { Random } from './random.js';
import type { Regimen } from './regimens.js';
import { aSymptomCourse, levelOn, type SymptomCourse } from './symptom-course.js';
import { VisitPlanner, type Diary, type Visit } from './visit-planner.js';

export interface CoursePlan {
  readonly regimen: Regimen;
  /** When the course was set up. */
  readonly startDay: number;
  /** The first dose, or the declared day. */
  readonly dayZero: number;
  readonly visits: readonly Visit[];
  readonly plannedInductionSessions: number;
  readonly lastInductionDay: number;
  readonly maintenanceFrom: number | null;
  readonly symptoms: SymptomCourse;
  /** Null while the course runs. */
  readonly ending: Ending | null;
}

export interface PlanRequest extends Diary {
  readonly regimen: Regimen;
  /** The first session, or the start of a comparator course; an anchor overrules it. */
  readonly firstDay: number;
}

/** A course whose last session lies less than so many days back is still in that phase. */
const JUST_NOW_DAYS = 3;

/** Lays one course on the calendar: its sessions with what becomes of each, how symptoms go, and how it ends. */
export function planCourse(random: Random, request: PlanRequest): CoursePlan {
  const { regimen, anchor } = request;
  const hasSessions = regimen.agent === 'ketamine' || regimen.agent === 'esketamine';
  const symptoms = aSymptomCourse(random, hasSessions ? 'ketamine' : 'antidepressant');
  const offsets = (anchor === null ? random.pick(regimen.inductions) : regimen.inductions[0]) ?? [];
  const firstDay = anchor === null ? request.firstDay : anchor.day - (offsets[anchor.sessionNumber - 1] ?? 0);
  const dropAfter = anchor === null ? droppedAfter(random, symptoms) : null;
  const kept = offsets.slice(0, dropAfter ?? offsets.length);

  const visits = new VisitPlanner(random.fork('visits'), request);
  for (const [index, offset] of kept.entries()) visits.add('induction', firstDay + offset, index + 1);
  const dayZero = visits.firstDoseDay ?? firstDay;
  const lastInductionDay = visits.lastDay ?? dayZero;
  const wasDropped = kept.length < offsets.length;
  const isInductionOver = lastInductionDay <= -JUST_NOW_DAYS;
  if (isInductionOver && !wasDropped && levelOn(symptoms, lastInductionDay - dayZero + 7) <= 0.8) {
    for (const offset of regimen.continuation) visits.add('continuation', lastInductionDay + offset, null);
  }

  const lastDay = visits.lastDay ?? dayZero;
  const isFollowed = isInductionOver && lastDay <= -JUST_NOW_DAYS;
  const follow = isFollowed
    ? afterInduction(random.fork('follow'), { regimen, symptoms, dayZero, lastDay, wasDropped, visits })
    : { symptoms, maintenanceFrom: null, ending: null };
  return {
    regimen,
    startDay: dayZero - (random.chance(0.5) ? 0 : random.whole(1, 9)),
    dayZero,
    visits: visits.all,
    plannedInductionSessions: offsets.length,
    lastInductionDay,
    maintenanceFrom: follow.maintenanceFrom,
    symptoms: follow.symptoms,
    ending: follow.ending === null ? null : endedBefore(follow.ending, visits.lastDay, request.calendar),
  };
}

/** On a day the clinic is open, not before the last session; null while that day lies ahead. */
function endedBefore(ending: Ending, lastVisitDay: number | null, calendar: DemoCalendar): Ending | null {
  const day = Math.max(calendar.workdayNear(ending.day), lastVisitDay ?? ending.day);
  return day < 0 ? { ...ending, day } : null;
}

/** After how many sessions someone stays away; null for those who stay. More often when little changes. */
function droppedAfter(random: Random, symptoms: SymptomCourse): number | null {
  if (random.chance(0.04)) return random.whole(1, 3);
  const share = symptoms.reached > 0.6 ? 0.14 : 0.03;
  return random.chance(share) ? random.whole(2, 5) : null;
}
