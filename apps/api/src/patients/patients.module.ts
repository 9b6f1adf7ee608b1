import { Module } from '@nestjs/common';
import { ClinicsModule } from '../clinics/clinics.module.js';
import { CareTeamController } from './care-team.controller.js';
import { CareTeamQueries } from './care-team.queries.js';
import { CareTeamService } from './care-team.service.js';
import { PatientAccessController } from './patient-access.controller.js';
import { PatientAccessService } from './patient-access.service.js';
import { PatientSearchQueries } from './patient-search.queries.js';
import { PatientsController } from './patients.controller.js';
import { PatientsQueries } from './patients.queries.js';
import { PatientsService } from './patients.service.js';
import { PriorTreatmentsController } from './prior-treatments.controller.js';
import { PriorTreatmentsQueries } from './prior-treatments.queries.js';
import { PriorTreatmentsService } from './prior-treatments.service.js';
import { TreatedPatients } from './treated-patients.js';

@Module({
  imports: [ClinicsModule],
  controllers: [CareTeamController, PatientAccessController, PatientsController, PriorTreatmentsController],
  providers: [
    CareTeamQueries,
    CareTeamService,
    PatientAccessService,
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
