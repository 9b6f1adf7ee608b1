import { Module } from '@nestjs/common';
import { PatientSearchQueries } from './patient-search.queries.js';
import { PatientsController } from './patients.controller.js';
import { PatientsQueries } from './patients.queries.js';
import { PatientsService } from './patients.service.js';
import { PriorTreatmentsController } from './prior-treatments.controller.js';
import { PriorTreatmentsQueries } from './prior-treatments.queries.js';
import { PriorTreatmentsService } from './prior-treatments.service.js';
import { TreatedPatients } from './treated-patients.js';

@Module({
  controllers: [PatientsController, PriorTreatmentsController],
  providers: [
    PatientSearchQueries,
    PatientsQueries,
    PatientsService,
    PriorTreatmentsQueries,
    PriorTreatmentsService,
    TreatedPatients,
  ],
  exports: [PatientsQueries, TreatedPatients],
})
export class PatientsModule {}
