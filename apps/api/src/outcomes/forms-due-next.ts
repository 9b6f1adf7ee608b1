import {
  defaultCheckInPlan,
  dueAtVisit,
  type CheckInCourse,
  type CheckInPlan,
  type ClinicDays,
} from '@courseline/treatment';
import { asksAboutNow } from '../check-in-plans/clinic-days.js';
import type { JudgedInstrument } from './course-attention.js';

export interface NextVisit {
  /** Null: the default plan. */
  readonly plan: CheckInPlan | null;
  readonly course: CheckInCourse;
  readonly sessionId: string;
  readonly days: ClinicDays;
}

/** The forms that the plan of the course asks at its next visit and nobody has answered, as the page of the visit says. */
export function formsDueNext({ plan, ...visit }: NextVisit): readonly JudgedInstrument[] {
  const due = dueAtVisit({ plan: plan ?? defaultCheckInPlan, ...visit, asksAboutNow });
  return (['phq-9', 'gad-7', 'pcl-5'] as const).filter((instrument) => due.includes(instrument));
}
