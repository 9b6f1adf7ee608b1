import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  amendCourseSchema,
  courseHistorySchema,
  courseOfAnotherPatientSchema,
  courseParamsSchema,
  courseSchema,
  coursesSchema,
  endCourseSchema,
  movedCourseSchema,
  patientParamsSchema,
  reopenCourseSchema,
  startCourseSchema,
  voidingSchema,
  type AmendCourse,
  type Course,
  type CourseHistory,
  type CourseOfAnotherPatient,
  type CourseParams,
  type Courses,
  type EndCourse,
  type MovedCourse,
  type PatientParams,
  type ReopenCourse,
  type StartCourse,
  type Voiding,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { IfMatch } from '../http/if-match.js';
import { Route } from '../http/route.js';
import { CoursesService } from './courses.service.js';

@Controller('c/:clinic')
export class CoursesController {
  constructor(private readonly courses: CoursesService) {}

  @Get('patients/:patient/courses')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: patientParamsSchema,
    response: coursesSchema,
    audit: 'course.list',
  })
  list(@Param() params: PatientParams): Promise<Courses> {
    return this.courses.listOfPatient(params.patient);
  }

  @Post('patients/:patient/courses')
  @Route({
    access: clinic('clinician'),
    params: patientParamsSchema,
    body: startCourseSchema,
    response: courseSchema,
    status: 201,
    idempotent: true,
    audit: 'course.start',
  })
  start(@Param() params: PatientParams, @Body() body: StartCourse): Promise<Course> {
    return this.courses.start(params.patient, body);
  }

  @Get('courses/:course')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: courseParamsSchema,
    response: courseSchema,
    audit: 'course.read',
  })
  get(@Param() params: CourseParams): Promise<Course> {
    return this.courses.get(params.course);
  }

  @Get('courses/:course/history')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: courseParamsSchema,
    response: courseHistorySchema,
    audit: 'course.history',
  })
  history(@Param() params: CourseParams): Promise<CourseHistory> {
    return this.courses.history(params.course);
  }

  @Post('courses/:course/amendments')
  @Route({
    access: clinic('clinician'),
    params: courseParamsSchema,
    body: amendCourseSchema,
    response: courseSchema,
    idempotent: true,
    audit: 'course.amend',
  })
  amend(
    @Param() params: CourseParams,
    @Body() body: AmendCourse,
    @IfMatch() expectedN: number,
  ): Promise<Course> {
    return this.courses.amend({ courseId: params.course, expectedN }, body);
  }

  @Post('courses/:course/end')
  @Route({
    access: clinic('clinician'),
    params: courseParamsSchema,
    body: endCourseSchema,
    response: courseSchema,
    idempotent: true,
    audit: 'course.end',
  })
  end(@Param() params: CourseParams, @Body() body: EndCourse, @IfMatch() expectedN: number): Promise<Course> {
    return this.courses.end({ courseId: params.course, expectedN }, body);
  }

  @Post('courses/:course/reopen')
  @Route({
    access: clinic('clinician'),
    params: courseParamsSchema,
    body: reopenCourseSchema,
    response: courseSchema,
    idempotent: true,
    audit: 'course.reopen',
  })
  reopen(
    @Param() params: CourseParams,
    @Body() body: ReopenCourse,
    @IfMatch() expectedN: number,
  ): Promise<Course> {
    return this.courses.reopen({ courseId: params.course, expectedN }, body.reason);
  }

  @Post('courses/:course/move')
  @Route({
    access: clinic('clinician'),
    params: courseParamsSchema,
    body: courseOfAnotherPatientSchema,
    response: movedCourseSchema,
    idempotent: true,
    audit: 'course.move',
  })
  move(
    @Param() params: CourseParams,
    @Body() body: CourseOfAnotherPatient,
    @IfMatch() expectedN: number,
  ): Promise<MovedCourse> {
    return this.courses.move({ courseId: params.course, expectedN }, body);
  }

  @Post('courses/:course/void')
  @Route({
    access: clinic('clinician'),
    params: courseParamsSchema,
    body: voidingSchema,
    response: courseSchema,
    idempotent: true,
    audit: 'course.void',
  })
  enterInError(
    @Param() params: CourseParams,
    @Body() body: Voiding,
    @IfMatch() expectedN: number,
  ): Promise<Course> {
    return this.courses.enterInError({ courseId: params.course, expectedN }, body.reason);
  }
}
