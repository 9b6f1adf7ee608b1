import { Injectable } from '@nestjs/common';
import { instrumentIdSchema, type DueForm, type OwnOverview } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { dueInstruments, type CheckInOccurrence } from '@courseline/treatment';
import { CheckInReader } from '../check-in-plans/check-in-reader.js';
import { daysBetween } from '../clinics/clinic-calendar.js';
import { Clock } from '../http/clock.js';
import { dueForms } from './due-forms.js';
import { isStale } from './own-draft.js';
import { OwnRecordQueries, type OwnDraftRow, type OwnPointRow } from './own-record.queries.js';

export interface OwnDueQuestion {
  readonly courseId: string | null;
  readonly points: readonly OwnPointRow[];
  readonly indications: readonly string[];
  readonly today: string;
  readonly nextSessionOn: string | null;
}

/** What a patient is asked now, and what comes next. */
@Injectable()
export class OwnDue {
  constructor(
    private readonly clock: Clock,
    private readonly queries: OwnRecordQueries,
    private readonly plans: CheckInReader,
  ) {}

  /** By the plan of the course under way; by the rule without a course where there is none. */
  async get(question: OwnDueQuestion): Promise<Pick<OwnOverview, 'due' | 'nextQuestions'>> {
    const now = this.clock.now();
    const drafts = (await this.queries.listOpenDrafts()).filter((draft) => !isStale(draft, now));
    const planned = question.courseId === null ? null : await this.plans.read(question.courseId);
    if (planned === null || planned.course.endedOn !== null) {
      return { due: withoutPlan(question).map((id) => dueForm(id, null, drafts)), nextQuestions: null };
    }
    const { occurrences } = planned;
    return {
      due: dueInstruments(occurrences).map((instrument) => {
        const soonest = occurrences.find((each) => each.instrument === instrument && isOpen(each));
        return dueForm(instrument, soonest?.closesAt ?? null, drafts);
      }),
      nextQuestions: nextQuestions(occurrences),
    };
  }
}

function isOpen({ state }: CheckInOccurrence): boolean {
  return state === 'due' || state === 'late';
}

/** What opens next, or is held until a day after a dose: together what opens at the same instant. */
function nextQuestions(occurrences: readonly CheckInOccurrence[]): OwnOverview['nextQuestions'] {
  const coming = occurrences
    .filter((each) => each.state === 'upcoming' || (isOpen(each) && each.heldUntil !== null))
    .map((each) => ({ instrument: each.instrument, at: Math.max(each.opensAt, each.heldUntil ?? 0) }));
  if (coming.length === 0) return null;
  const first = Math.min(...coming.map(({ at }) => at));
  const together = new Set(coming.filter(({ at }) => at === first).map(({ instrument }) => instrument));
  return {
    instruments: [...together].map((instrument) => instrumentIdSchema.parse(instrument)),
    from: new Date(first).toISOString(),
  };
}

function withoutPlan({ points, indications, today, nextSessionOn }: OwnDueQuestion): readonly string[] {
  const lastOn = new Map(points.map((point) => [point.instrument as string, point.on_date]));
  const asksTrauma = indications.includes('ptsd') || lastOn.has('pcl-5');
  return dueForms({ today, nextSessionOn, lastOn, asksTrauma, daysBetween });
}

function dueForm(instrument: string, closesAt: number | null, drafts: readonly OwnDraftRow[]): DueForm {
  const draft = drafts.find((each) => each.instrument === instrument);
  return {
    instrument: instrumentIdSchema.parse(instrument),
    formId: draft?.id ?? null,
    answered: draft?.seen ?? 0,
    itemCount: getInstrument(instrument).itemCount,
    closesAt: closesAt === null ? null : new Date(closesAt).toISOString(),
  };
}
