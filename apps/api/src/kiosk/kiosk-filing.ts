import { Injectable } from '@nestjs/common';
import { AssessmentPlacement } from '../assessments/assessment-placement.js';
import { AssessmentsService } from '../assessments/assessments.service.js';
import { dayIn } from '../clinics/clinic-calendar.js';
import { RequestContext } from '../http/request-context.js';

const LONGEST_SECONDS = 86_400;

export interface TabletForm {
  readonly assessmentId: string;
  readonly patientId: string;
  readonly instrument: string;
  readonly instrumentVersion: string;
  readonly answers: readonly (number | null)[];
  readonly difficulty: number | null;
  readonly at: Date;
  readonly isAfterDose: boolean;
  readonly secondsTaken: number | null;
}

/** Puts what was answered on a tablet into the record. */
@Injectable()
export class KioskFiling {
  constructor(
    private readonly context: RequestContext,
    private readonly assessments: AssessmentsService,
    private readonly placement: AssessmentPlacement,
  ) {}

  async file(form: TabletForm): Promise<void> {
    const onDate = dayIn(this.context.clinic.timeZone, form.at);
    await this.assessments.record({
      id: form.assessmentId,
      patientId: form.patientId,
      courseId: await this.placement.courseOn(form.patientId, onDate),
      sessionId: null,
      instrument: form.instrument,
      instrumentVersion: form.instrumentVersion,
      answers: form.answers,
      difficulty: form.difficulty,
      total: null,
      onDate,
      at: form.at,
      context: form.isAfterDose ? 'after-dose' : 'before-dose',
      way: 'kiosk',
      secondsTaken: form.secondsTaken === null ? null : Math.min(LONGEST_SECONDS, form.secondsTaken),
    });
  }
}
