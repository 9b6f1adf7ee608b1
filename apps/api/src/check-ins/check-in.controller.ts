import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  answerChangesSchema,
  assessmentParamsSchema,
  checkInNotesSchema,
  clinicParamsSchema,
  newCheckInNoteSchema,
  ownAnswersSchema,
  ownFormParamsSchema,
  patientParamsSchema,
  savedOwnAnswersSchema,
  type AnswerChanges,
  type AssessmentParams,
  type CheckInNotes,
  type NewCheckInNote,
  type OwnAnswers,
  type OwnFormParams,
  type PatientParams,
  type SavedOwnAnswers,
} from '@courseline/contracts';
import { alsoByCheckIn, clinic } from '../access/access.js';
import { answerChanges } from '../assessments/answer-changes.js';
import { AnswerTrail } from '../assessments/answer-trail.js';
import { AssessmentsService } from '../assessments/assessments.service.js';
import { RequestContext } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { CheckInNotesService } from './check-in-notes.service.js';
import { OwnAnswersService } from './own-answers.service.js';

/** A patient's check-in as a device sends it, and what staff read of it beside the scores. */
@Controller('c/:clinic')
export class CheckInController {
  constructor(
    private readonly context: RequestContext,
    private readonly answers: OwnAnswersService,
    private readonly notes: CheckInNotesService,
    private readonly assessments: AssessmentsService,
    private readonly trail: AnswerTrail,
  ) {}

  /** Without an Idempotency-Key: each answer has its own number, so that the same again, or more after it, adds what is new. */
  @Post('me/forms/:form/answers')
  @Route({
    access: alsoByCheckIn(clinic('patient')),
    params: ownFormParamsSchema,
    body: ownAnswersSchema,
    response: savedOwnAnswersSchema,
    audit: 'own.answer',
  })
  save(@Param() params: OwnFormParams, @Body() body: OwnAnswers): Promise<SavedOwnAnswers> {
    return this.answers.save(params.form, body);
  }

  @Post('me/check-in-notes')
  @Route({
    access: alsoByCheckIn(clinic('patient')),
    params: clinicParamsSchema,
    body: newCheckInNoteSchema,
    idempotent: true,
    audit: 'own.note',
  })
  note(@Body() body: NewCheckInNote): Promise<void> {
    return this.notes.add(body);
  }

  @Get('patients/:patient/check-in-notes')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: patientParamsSchema,
    response: checkInNotesSchema,
    audit: 'patient.read-check-in-notes',
  })
  listNotes(@Param() params: PatientParams): Promise<CheckInNotes> {
    return this.notes.listOf(params.patient);
  }

  @Get('assessments/:assessment/answer-changes')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: assessmentParamsSchema,
    response: answerChangesSchema,
    audit: 'assessment.read-answer-changes',
  })
  async listChanges(@Param() params: AssessmentParams): Promise<AnswerChanges> {
    const patientId = await this.trail.patientOf(params.assessment);
    // A form without a trail: what it is says whether there is such a one to see.
    if (patientId === null) await this.assessments.detail(params.assessment);
    else this.context.touch(patientId);
    return { changes: [...answerChanges(await this.trail.list(params.assessment))] };
  }
}
