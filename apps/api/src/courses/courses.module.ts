import { Module } from '@nestjs/common';
import { PatientsModule } from '../patients/patients.module.js';
import { CourseObservers } from './course-observers.js';
import { CourseWrites } from './course-writes.js';
import { CoursesController } from './courses.controller.js';
import { CoursesQueries } from './courses.queries.js';
import { CoursesService } from './courses.service.js';

@Module({
  imports: [PatientsModule],
  controllers: [CoursesController],
  providers: [CourseObservers, CourseWrites, CoursesQueries, CoursesService],
  exports: [CourseObservers, CoursesQueries, CoursesService],
})
export class CoursesModule {}
