import { Module } from '@nestjs/common';
import { CheckInPlansModule } from '../check-in-plans/check-in-plans.module.js';
import { SafetyModule } from '../safety/safety.module.js';
import { TrajectoryController } from './trajectory.controller.js';
import { TrajectoryQueries } from './trajectory.queries.js';
import { TrajectoryService } from './trajectory.service.js';

@Module({
  imports: [CheckInPlansModule, SafetyModule],
  controllers: [TrajectoryController],
  providers: [TrajectoryQueries, TrajectoryService],
})
export class TrajectoryModule {}
