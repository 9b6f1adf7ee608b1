import type { Random } from './random.js';
import type { EndReason } from './record-rows.js';
import type { Regimen } from './regimens.js';
import { levelOn, relapseOf, withTurn, type SymptomCourse } from './symptom-course.js';
import type { VisitPlanner } from './visit-planner.js';

export interface Ending {
  readonly day: number;
  readonly reason: EndReason;
  readonly note: string | null;
}

export interface AfterInduction {
  readonly regimen: Regimen;
  readonly symptoms: SymptomCourse;
  readonly dayZero: number;
  readonly lastDay: number;
  readonly wasDropped: boolean;
  readonly visits: VisitPlanner;
}

export interface FollowingCourse {
  readonly symptoms: SymptomCourse;
  readonly maintenanceFrom: number | null;
  readonly ending: Ending | null;
}

/** Where the next session of a course that runs is planned, counted from today. */
const PLANNED_AHEAD_DAYS = 35;

/** What follows the induction: maintenance, follow-up without doses, or an end; relapse and what is done about it. */
export function afterInduction(random: Random, course: AfterInduction): FollowingCourse {
  const { symptoms, dayZero, lastDay, wasDropped, regimen } = course;
  if (wasDropped) {
    const day = lastDay + random.whole(20, 45);
    return { symptoms, maintenanceFrom: null, ending: { day, ...random.pick(dropOuts) } };
  }
  const level = levelOn(symptoms, lastDay - dayZero + 7);
  const isEsketamine = regimen.agent === 'esketamine';
  const share = level <= 0.55 ? (isEsketamine ? 0.85 : 0.62) : level <= 0.8 ? (isEsketamine ? 0.5 : 0.25) : 0;
  if (regimen.agent !== 'ssri' && random.chance(share)) return maintained(random, course);
  return followed(random, course, level);
}

function followed(random: Random, course: AfterInduction, level: number): FollowingCourse {
  const { dayZero, lastDay, regimen } = course;
  const relapse = level <= 0.6 ? relapseOf(random, lastDay - dayZero, false) : null;
  const symptoms = relapse === null ? course.symptoms : withTurn(course.symptoms, relapse);
  const isWithoutBenefit = level > 0.75;
  const days =
    regimen.agent === 'ssri'
      ? random.whole(70, 260)
      : isWithoutBenefit
        ? random.whole(14, 45)
        : random.whole(55, 200);
  const reason = random.weighted<EndReason>(isWithoutBenefit ? endsWithoutBenefit : endsAfterFollowUp);
  return {
    symptoms,
    maintenanceFrom: null,
    ending: { day: lastDay + days, reason, note: random.pick(endNotes[reason] ?? [null]) },
  };
}

/**
 * Sessions at growing intervals for as long as it helps. A relapse is met with two boosters within ten days, of
 * which most help; when they do not, the course ends.
 */
function maintained(random: Random, course: AfterInduction): FollowingCourse {
  const { dayZero, lastDay, regimen, visits } = course;
  const relapse = relapseOf(random, lastDay - dayZero, true);
  let symptoms = relapse === null ? course.symptoms : withTurn(course.symptoms, relapse);
  let end: Ending = {
    day: lastDay + Math.round(60 + -Math.log(1 - random.next()) * 300),
    ...random.weighted(endsOfMaintenance),
  };
  const maintenanceFrom = lastDay + 1;
  let boosted = false;
  let day = lastDay;
  for (let number = 1; ; number += 1) {
    const [least, most] = number <= 2 ? regimen.maintenance.first : regimen.maintenance.later;
    day += random.whole(least, most);
    if (day > end.day - 3 || day > PLANNED_AHEAD_DAYS) break;
    visits.add('maintenance', day, null);
    day = visits.lastDay ?? day;
    if (day >= 0) break;
    const isRelapsed = relapse !== null && !boosted && levelOn(symptoms, day - dayZero) > 0.62;
    if (!isRelapsed) continue;
    boosted = true;
    const isHelped = random.chance(0.6);
    for (const offset of [3, 7]) visits.add('booster', day + offset, null);
    if (isHelped) {
      symptoms = withTurn(symptoms, { day: day - dayZero + 3, to: random.between(0.25, 0.5), overDays: 16 });
    } else {
      end = {
        day: Math.min(end.day, day + random.whole(32, 60)),
        reason: 'no-benefit',
        note: 'Relapsed under maintenance, boosters did not help.',
      };
    }
    day = visits.lastDay ?? day;
    if (day >= 0) break;
  }
  return { symptoms, maintenanceFrom, ending: end };
}

type Reason = Omit<Ending, 'day'>;

const dropOuts: readonly Reason[] = [
  { reason: 'lost-to-follow-up', note: 'No answer to three calls and a letter.' },
  { reason: 'lost-to-follow-up', note: null },
  { reason: 'patient-choice', note: 'Did not like the dissociation.' },
  { reason: 'side-effects', note: 'Nausea in every session in spite of ondansetron.' },
  { reason: 'cost', note: null },
  { reason: 'patient-choice', note: 'Too far to drive twice a week.' },
];
const endsOfMaintenance: readonly (readonly [Reason, number])[] = [
  [{ reason: 'completed', note: 'Stable for months, agreed to stop and come back when needed.' }, 40],
  [{ reason: 'patient-choice', note: 'Wants to try without.' }, 18],
  [{ reason: 'cost', note: 'Cover ended.' }, 12],
  [{ reason: 'moved-away', note: 'Summary sent to the new clinic.' }, 10],
  [{ reason: 'lost-to-follow-up', note: null }, 12],
  [{ reason: 'side-effects', note: 'Urinary frequency; stopped and referred.' }, 3],
  [{ reason: 'clinical-decision', note: null }, 5],
];
const endsWithoutBenefit: readonly (readonly [EndReason, number])[] = [
  ['no-benefit', 70],
  ['patient-choice', 14],
  ['clinical-decision', 10],
  ['side-effects', 6],
];
const endsAfterFollowUp: readonly (readonly [EndReason, number])[] = [
  ['completed', 68],
  ['lost-to-follow-up', 12],
  ['patient-choice', 8],
  ['moved-away', 5],
  ['clinical-decision', 7],
];
const endNotes: Partial<Record<EndReason, readonly (string | null)[]>> = {
  'no-benefit': ['Next: ECT consultation.', 'Next: switch, see letter.', 'Discussed rTMS.', null],
  completed: ['Back to the referring psychiatrist.', 'Knows how to reach us.', null],
  'clinical-decision': [
    'Blood pressure too high on three days.',
    'Mixed features, mood stabilizer first.',
    null,
  ],
};
