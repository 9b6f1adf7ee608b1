import { Module } from '@nestjs/common';
import { PatientsModule } from '../patients/patients.module.js';
import { ConsentTextsService } from './consent-texts.service.js';
import { ConsentsController } from './consents.controller.js';
import { ConsentsQueries } from './consents.queries.js';
import { ConsentsService } from './consents.service.js';

@Module({
  imports: [PatientsModule],
  controllers: [ConsentsController],
  providers: [ConsentsQueries, ConsentsService, ConsentTextsService],
})
export class ConsentsModule {}
