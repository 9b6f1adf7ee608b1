import { Module } from '@nestjs/common';
import { SafetyModule } from '../safety/safety.module.js';
import { TrajectoryController } from './trajectory.controller.js';
import { TrajectoryQueries } from './trajectory.queries.js';
import { TrajectoryService } from './trajectory.service.js';

@Module({
  imports: [SafetyModule],
  controllers: [TrajectoryController],
  providers: [TrajectoryQueries, TrajectoryService],
})
export class TrajectoryModule {}
