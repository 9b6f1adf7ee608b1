import { Module } from '@nestjs/common';
import { TrajectoryController } from './trajectory.controller.js';
import { TrajectoryQueries } from './trajectory.queries.js';
import { TrajectoryService } from './trajectory.service.js';

@Module({
  controllers: [TrajectoryController],
  providers: [TrajectoryQueries, TrajectoryService],
})
export class TrajectoryModule {}
