import { Module } from '@nestjs/common';
import { CheckInPlansController } from './check-in-plans.controller.js';
import { CheckInPlansQueries } from './check-in-plans.queries.js';
import { CheckInPlansService } from './check-in-plans.service.js';
import { CheckInReader } from './check-in-reader.js';

@Module({
  controllers: [CheckInPlansController],
  providers: [CheckInPlansQueries, CheckInPlansService, CheckInReader],
  exports: [CheckInPlansQueries, CheckInReader],
})
export class CheckInPlansModule {}
