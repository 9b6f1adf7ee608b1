import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  assessmentAmendmentSchema,
  assessmentDetailSchema,
  assessmentParamsSchema,
  moveToPatientSchema,
  newAssessmentSchema,
  patientParamsSchema,
  voidingSchema,
  type AssessmentAmendment,
  type AssessmentDetail,
  type AssessmentParams,
  type MoveToPatient,
  type NewAssessment,
  type PatientParams,
  type Voiding,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { newId } from '../database/ids.js';
import { DomainError } from '../http/domain-error.js';
import { IfMatch } from '../http/if-match.js';
import { Route } from '../http/route.js';
import { AssessmentPlacement } from './assessment-placement.js';
import { AssessmentsService } from './assessments.service.js';
import { OpenedObservers } from './opened-observers.js';

@Controller('c/:clinic')
export class AssessmentsController {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly placement: AssessmentPlacement,
    private readonly opened: OpenedObservers,
  ) {}

  @Post('patients/:patient/assessments')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: patientParamsSchema,
    body: newAssessmentSchema,
    response: assessmentDetailSchema,
    status: 201,
    idempotent: true,
    audit: 'assessment.record',
  })
  async record(@Param() params: PatientParams, @Body() body: NewAssessment): Promise<AssessmentDetail> {
    const courseId = await this.placement.courseOn(params.patient, body.onDate);
    const id = newId();
    await this.assessments.record({
      id,
      patientId: params.patient,
      courseId,
      sessionId: null,
      instrument: body.instrument,
      answers: body.answers,
      difficulty: body.difficulty,
      total: body.total,
      onDate: body.onDate,
      at: body.at === null ? null : new Date(body.at),
      context: body.context,
      way: 'staff',
      secondsTaken: null,
    });
    return this.assessments.detail(id);
  }

  @Get('assessments/:assessment')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: assessmentParamsSchema,
    response: assessmentDetailSchema,
    audit: 'assessment.read',
  })
  async detail(@Param() params: AssessmentParams): Promise<AssessmentDetail> {
    const detail = await this.assessments.detail(params.assessment);
    await this.opened.tell(params.assessment);
    return detail;
  }

  @Post('assessments/:assessment/amendments')
  @Route({
    access: clinic('clinician'),
    params: assessmentParamsSchema,
    body: assessmentAmendmentSchema,
    response: assessmentDetailSchema,
    idempotent: true,
    audit: 'assessment.amend',
  })
  async amend(
    @Param() params: AssessmentParams,
    @Body() body: AssessmentAmendment,
    @IfMatch() expectedN: number,
  ): Promise<AssessmentDetail> {
    await this.assessments.amend(
      { assessmentId: params.assessment, expectedN, reason: body.reason },
      body.answers,
      body.difficulty,
    );
    return this.assessments.detail(params.assessment);
  }

  @Post('assessments/:assessment/void')
  @Route({
    access: clinic('clinician'),
    params: assessmentParamsSchema,
    body: voidingSchema,
    response: assessmentDetailSchema,
    idempotent: true,
    audit: 'assessment.void',
  })
  async enterInError(
    @Param() params: AssessmentParams,
    @Body() body: Voiding,
    @IfMatch() expectedN: number,
  ): Promise<AssessmentDetail> {
    await this.assessments.enterInError({
      assessmentId: params.assessment,
      expectedN,
      reason: body.reason,
    });
    return this.assessments.detail(params.assessment);
  }

  @Post('assessments/:assessment/move')
  @Route({
    access: clinic('clinician'),
    params: assessmentParamsSchema,
    body: moveToPatientSchema,
    response: assessmentDetailSchema,
    idempotent: true,
    audit: 'assessment.move',
  })
  async move(
    @Param() params: AssessmentParams,
    @Body() body: MoveToPatient,
    @IfMatch() expectedN: number,
  ): Promise<AssessmentDetail> {
    if (!(await this.placement.isVisible(body.patientId, body.courseId))) {
      throw new DomainError('rule-violated', {
        errors: [
          { pointer: '/patientId', detail: 'You do not treat this patient, or the course is not theirs.' },
        ],
      });
    }
    const movedTo = await this.assessments.moveToPatient(
      { assessmentId: params.assessment, expectedN, reason: body.reason },
      { patientId: body.patientId, courseId: body.courseId, sessionId: null },
    );
    return this.assessments.detail(movedTo);
  }
}
