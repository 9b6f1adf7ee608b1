import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import {
  checkInCourseParamsSchema,
  checkInPlanChangeSchema,
  checkInTemplateSchema,
  courseCheckInPlanSchema,
  courseCheckInsSchema,
  type CheckInCourseParams,
  type CheckInPlanChange,
  type CheckInTemplate,
  type CourseCheckInPlan,
  type CourseCheckIns,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { IfMatch } from '../http/if-match.js';
import { Route } from '../http/route.js';
import { CheckInPlansService } from './check-in-plans.service.js';

@Controller('c/:clinic')
export class CheckInPlansController {
  constructor(private readonly plans: CheckInPlansService) {}

  @Get('check-in-template')
  @Route({ access: clinic('nurse', 'clinician', 'director'), response: checkInTemplateSchema })
  template(): Promise<CheckInTemplate> {
    return this.plans.template();
  }

  @Put('check-in-template')
  @Route({
    access: clinic('director'),
    body: checkInPlanChangeSchema,
    response: checkInTemplateSchema,
    audit: 'check-in-template.change',
  })
  changeTemplate(@Body() body: CheckInPlanChange, @IfMatch() version: number): Promise<CheckInTemplate> {
    return this.plans.changeTemplate(body, version);
  }

  @Get('courses/:course/check-in-plan')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: checkInCourseParamsSchema,
    response: courseCheckInPlanSchema,
    audit: 'check-in-plan.read',
  })
  plan(@Param() params: CheckInCourseParams): Promise<CourseCheckInPlan> {
    return this.plans.plan(params.course);
  }

  @Put('courses/:course/check-in-plan')
  @Route({
    access: clinic('clinician'),
    params: checkInCourseParamsSchema,
    body: checkInPlanChangeSchema,
    response: courseCheckInPlanSchema,
    audit: 'check-in-plan.change',
  })
  changePlan(
    @Param() params: CheckInCourseParams,
    @Body() body: CheckInPlanChange,
    @IfMatch() version: number,
  ): Promise<CourseCheckInPlan> {
    return this.plans.changePlan(params.course, body, version);
  }

  @Get('courses/:course/check-ins')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: checkInCourseParamsSchema,
    response: courseCheckInsSchema,
    audit: 'check-ins.read',
  })
  checkIns(@Param() params: CheckInCourseParams): Promise<CourseCheckIns> {
    return this.plans.checkIns(params.course);
  }
}
