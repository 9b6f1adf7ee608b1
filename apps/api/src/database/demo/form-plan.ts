import type { DemoInstrument } from './answers.js';
import type { DemoCalendar } from './calendar.js';
import type { AssessmentContext } from './clinical-rows.js';
import type { CoursePlan } from './course-plan.js';
import type { Random } from './random.js';
import type { Visit } from './visit-planner.js';

/** One occasion on which forms are answered. */
export interface FormOccasion {
  readonly day: number;
  readonly visit: Visit | null;
  readonly context: AssessmentContext;
  readonly place: 'home' | 'clinic';
  readonly instruments: readonly DemoInstrument[];
}

export interface FormRequest {
  readonly calendar: DemoCalendar;
  readonly plan: CoursePlan;
  readonly hasAccess: boolean;
  readonly hasPtsd: boolean;
  /** The first dose is tomorrow or later and nobody has asked yet. */
  readonly isBaselineForgotten: boolean;
  /** Whether a form for today's session was answered this morning: left to chance, or certainly. */
  readonly isAnsweredThisMorning: boolean;
}

const WEEK = 6;
const MONTH = 28;

/**
 * When forms are answered: PHQ-9 and GAD-7 at baseline, weekly in induction before the dose, at the end of it and
 * monthly after; PCL-5 at baseline, in the middle, at the end and monthly for those with PTSD. Some are missed.
 */
export function planForms(random: Random, request: FormRequest): readonly FormOccasion[] {
  const { plan, hasPtsd } = request;
  const diary = new FormDiary(random, request);
  diary.baseline();
  const middle = Math.ceil(plan.plannedInductionSessions / 2);
  for (const [index, visit] of plan.visits.entries()) {
    const isInduction = visit.phase === 'induction' || visit.phase === 'continuation';
    if (!isInduction) diary.monthlyUntil(visit.day - 6);
    if (index > 0) diary.atVisit(visit, isInduction ? WEEK : 11, isInduction && index + 1 >= middle);
    if (isInduction && random.chance(0.012)) diary.afterDose(visit);
    const next = plan.visits[index + 1];
    if (isInduction && next?.phase !== 'induction' && next?.phase !== 'continuation') {
      diary.endOfInduction(visit.day, next?.day ?? null);
    }
  }
  diary.monthlyUntil(plan.ending?.day ?? -1);
  return diary.occasions(hasPtsd);
}

interface Draft extends Omit<FormOccasion, 'instruments'> {
  readonly wantsPcl5: boolean;
}

class FormDiary {
  private readonly drafts: Draft[] = [];
  private readonly gapFrom: number | null;
  private last: number;
  private lastPcl5 = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly random: Random,
    private readonly request: FormRequest,
  ) {
    const { dayZero } = request.plan;
    this.last = dayZero - 7;
    this.gapFrom = random.chance(0.07) ? dayZero + random.whole(40, 120) : null;
  }

  baseline(): void {
    const { plan, isBaselineForgotten } = this.request;
    if (isBaselineForgotten) return;
    const { dayZero } = plan;
    const isIntake = this.random.chance(0.6);
    const isMissing = dayZero < -2 && this.random.chance(0.04);
    const day = isIntake ? dayZero - this.random.whole(1, 7) : dayZero;
    if (isMissing || day > -1) return;
    const visit = isIntake ? null : (plan.visits.find((each) => each.day === dayZero) ?? null);
    const context = visit === null ? 'between' : 'before-dose';
    this.add({ day, visit, context, place: this.place(0.6), wantsPcl5: true });
  }

  /** Before the dose, when the last form is old enough; what the patient answered this morning counts for today. */
  atVisit(visit: Visit, daysSince: number, wantsPcl5: boolean): void {
    const { fate, day } = visit;
    if (fate === 'cancelled' || fate === 'no-show' || day > 0) return;
    const isCertain = day === 0 && this.request.isAnsweredThisMorning;
    if (!isCertain && (day - this.last < daysSince || !this.random.chance(day === 0 ? 0.6 : 0.9))) return;
    if (day === 0 && !this.request.hasAccess) return;
    const place = day === 0 ? 'home' : this.place(0.45);
    this.add({ day, visit, context: 'before-dose', place, wantsPcl5 });
  }

  /** Asked after the dose by mistake: kept, and not used for the trend. */
  afterDose(visit: Visit): void {
    if (visit.fate !== 'given') return;
    this.drafts.push({ day: visit.day, visit, context: 'after-dose', place: 'clinic', wantsPcl5: false });
  }

  endOfInduction(lastDoseDay: number, nextVisitDay: number | null): void {
    const day = lastDoseDay + this.random.whole(7, 15);
    const isLeft = this.request.plan.ending?.day !== undefined && this.request.plan.ending.day < day;
    if (day > -1 || isLeft || (nextVisitDay !== null && nextVisitDay <= day)) return;
    if (!this.random.chance(0.76)) return;
    this.add({ day, visit: null, context: 'between', place: this.place(0.85), wantsPcl5: true });
  }

  monthlyUntil(lastDay: number): void {
    let day = this.last + this.random.whole(26, 34);
    while (day <= Math.min(lastDay, -1)) {
      const isInGap = this.gapFrom !== null && day >= this.gapFrom && day < this.gapFrom + 75;
      if (!isInGap && this.random.chance(0.78)) {
        this.add({ day, visit: null, context: 'between', place: this.place(0.9), wantsPcl5: true });
      }
      day += this.random.whole(26, 34);
    }
  }

  occasions(hasPtsd: boolean): readonly FormOccasion[] {
    return this.drafts.map(({ wantsPcl5, ...occasion }) => {
      const isTraumaDue =
        hasPtsd && wantsPcl5 && occasion.day - this.lastPcl5 >= 8 && this.isPcl5Time(occasion.day);
      if (isTraumaDue) this.lastPcl5 = occasion.day;
      const isAlone = occasion.day > this.request.plan.dayZero && this.random.chance(0.03);
      const instruments: DemoInstrument[] = isAlone ? ['phq-9'] : ['phq-9', 'gad-7'];
      return { ...occasion, instruments: isTraumaDue ? [...instruments, 'pcl-5'] : instruments };
    });
  }

  private isPcl5Time(day: number): boolean {
    const { lastInductionDay } = this.request.plan;
    return day <= lastInductionDay + 16 || day - this.lastPcl5 >= MONTH - 2;
  }

  private place(shareFromHome: number): 'home' | 'clinic' {
    return this.request.hasAccess && this.random.chance(shareFromHome) ? 'home' : 'clinic';
  }

  /** Between visits the clinic asks on days when someone is there. */
  private add(draft: Draft): void {
    const isAtClinic = draft.visit === null && draft.place === 'clinic';
    const day = isAtClinic ? this.request.calendar.lastWorkdayBefore(draft.day + 1) : draft.day;
    this.drafts.push({ ...draft, day });
    this.last = day;
  }
}
