import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  cancelSessionSchema,
  courseParamsSchema,
  missedSessionSchema,
  patientParamsSchema,
  planSessionsSchema,
  rescheduleSessionSchema,
  sessionParamsSchema,
  sessionPlanSchema,
  sessionPlansSchema,
  sessionsOfDayQuerySchema,
  sessionsOfDaySchema,
  type CancelSession,
  type CourseParams,
  type MissedSession,
  type PatientParams,
  type PlanSessions,
  type RescheduleSession,
  type SessionParams,
  type SessionPlan,
  type SessionPlans,
  type SessionsOfDay,
  type SessionsOfDayQuery,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { IfMatch } from '../http/if-match.js';
import { Route } from '../http/route.js';
import { PlanningService } from './planning.service.js';

@Controller('c/:clinic')
export class PlanningController {
  constructor(private readonly planning: PlanningService) {}

  @Get('sessions')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    query: sessionsOfDayQuerySchema,
    response: sessionsOfDaySchema,
    audit: 'session.list-day',
  })
  listOfDay(@Query() query: SessionsOfDayQuery): Promise<SessionsOfDay> {
    return this.planning.listOfDay(query.day);
  }

  @Get('courses/:course/sessions')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: courseParamsSchema,
    response: sessionPlansSchema,
    audit: 'session.list-course',
  })
  listOfCourse(@Param() params: CourseParams): Promise<SessionPlans> {
    return this.planning.listOfCourse(params.course);
  }

  @Get('patients/:patient/sessions')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: patientParamsSchema,
    response: sessionPlansSchema,
    audit: 'session.list-patient',
  })
  listOfPatient(@Param() params: PatientParams): Promise<SessionPlans> {
    return this.planning.listOfPatient(params.patient);
  }

  @Post('courses/:course/sessions')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: courseParamsSchema,
    body: planSessionsSchema,
    response: sessionPlansSchema,
    status: 201,
    idempotent: true,
    audit: 'session.plan',
  })
  plan(@Param() params: CourseParams, @Body() body: PlanSessions): Promise<SessionPlans> {
    return this.planning.plan(params.course, body);
  }

  @Post('sessions/:session/reschedule')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: sessionParamsSchema,
    body: rescheduleSessionSchema,
    response: sessionPlanSchema,
    idempotent: true,
    audit: 'session.reschedule',
  })
  reschedule(
    @Param() params: SessionParams,
    @Body() body: RescheduleSession,
    @IfMatch() expectedN: number,
  ): Promise<SessionPlan> {
    return this.planning.reschedule({ sessionId: params.session, expectedN }, body);
  }

  @Post('sessions/:session/cancel')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: sessionParamsSchema,
    body: cancelSessionSchema,
    response: sessionPlanSchema,
    idempotent: true,
    audit: 'session.cancel',
  })
  cancel(
    @Param() params: SessionParams,
    @Body() body: CancelSession,
    @IfMatch() expectedN: number,
  ): Promise<SessionPlan> {
    return this.planning.cancel({ sessionId: params.session, expectedN }, body);
  }

  @Post('sessions/:session/no-show')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: sessionParamsSchema,
    body: missedSessionSchema,
    response: sessionPlanSchema,
    idempotent: true,
    audit: 'session.no-show',
  })
  miss(
    @Param() params: SessionParams,
    @Body() body: MissedSession,
    @IfMatch() expectedN: number,
  ): Promise<SessionPlan> {
    return this.planning.miss({ sessionId: params.session, expectedN }, body);
  }
}
