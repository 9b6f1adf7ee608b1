import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { PatientsModule } from '../patients/patients.module.js';
import { PlannedSessionWrites } from './planned-session.writes.js';
import { PlanningController } from './planning.controller.js';
import { PlanningQueries } from './planning.queries.js';
import { PlanningService } from './planning.service.js';
import { SessionsOfCourse } from './sessions-of-course.js';

@Module({
  imports: [CoursesModule, PatientsModule],
  controllers: [PlanningController],
  providers: [PlannedSessionWrites, PlanningQueries, PlanningService, SessionsOfCourse],
})
export class PlanningModule {}
