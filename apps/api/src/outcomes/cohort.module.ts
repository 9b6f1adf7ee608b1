import { Module } from '@nestjs/common';
import { CheckInPlansModule } from '../check-in-plans/check-in-plans.module.js';
import { CohortController } from './cohort.controller.js';
import { CohortQueries } from './cohort.queries.js';
import { CohortService } from './cohort.service.js';
import { FixableQueries } from './fixable.queries.js';

@Module({
  imports: [CheckInPlansModule],
  controllers: [CohortController],
  providers: [CohortQueries, CohortService, FixableQueries],
})
export class CohortModule {}
