import { Module } from '@nestjs/common';
import { CaseloadController } from './caseload.controller.js';
import { CaseloadQueries } from './caseload.queries.js';
import { CaseloadService } from './caseload.service.js';

@Module({
  controllers: [CaseloadController],
  providers: [CaseloadQueries, CaseloadService],
})
export class CaseloadModule {}
