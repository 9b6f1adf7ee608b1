import { Module } from '@nestjs/common';
import { CheckInPlansModule } from '../check-in-plans/check-in-plans.module.js';
import { CohortController } from './cohort.controller.js';
import { CohortQueries } from './cohort.queries.js';
import { CohortService } from './cohort.service.js';
import { CompletionController } from './completion.controller.js';
import { CompletionQueries } from './completion.queries.js';
import { CompletionService } from './completion.service.js';
import { FixableQueries } from './fixable.queries.js';

@Module({
  imports: [CheckInPlansModule],
  controllers: [CohortController, CompletionController],
  providers: [CohortQueries, CohortService, CompletionQueries, CompletionService, FixableQueries],
})
export class CohortModule {}
