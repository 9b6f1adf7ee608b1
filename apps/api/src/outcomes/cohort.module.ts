import { Module } from '@nestjs/common';
import { CohortController } from './cohort.controller.js';
import { CohortQueries } from './cohort.queries.js';
import { CohortService } from './cohort.service.js';
import { FixableQueries } from './fixable.queries.js';

@Module({
  controllers: [CohortController],
  providers: [CohortQueries, CohortService, FixableQueries],
})
export class CohortModule {}
