import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { AuditModule } from './audit/audit.module.js';
import { CheckInsModule } from './check-ins/check-ins.module.js';
import { ClinicsModule } from './clinics/clinics.module.js';
import { AppConfig } from './config/app-config.js';
import { ConsentsModule } from './consents/consents.module.js';
import { CoursesModule } from './courses/courses.module.js';
import { DatabaseModule } from './database/database.module.js';
import type { Databases } from './database/databases.js';
import { Clock } from './http/clock.js';
import { EventsModule } from './events/events.module.js';
import { ExchangeModule } from './exchange/exchange.module.js';
import { HttpModule } from './http/http.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { KioskModule } from './kiosk/kiosk.module.js';
import { LettersModule } from './letters/letters.module.js';
import { CheckInPlansModule } from './check-in-plans/check-in-plans.module.js';
import { MonitoringModule } from './monitoring/monitoring.module.js';
import { CaseloadModule } from './outcomes/caseload.module.js';
import { CohortModule } from './outcomes/cohort.module.js';
import { TrajectoryModule } from './outcomes/trajectory.module.js';
import { PatientsModule } from './patients/patients.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { SafetyModule } from './safety/safety.module.js';
import { PlanningModule } from './sessions/planning.module.js';
import { SigningModule } from './signing/signing.module.js';

/** What the product does, from the lowest feature to the highest. */
export const features: readonly Feature[] = [
  ClinicsModule,
  PatientsModule,
  ConsentsModule,
  CoursesModule,
  PlanningModule,
  AssessmentsModule,
  CheckInPlansModule,
  SafetyModule,
  SigningModule,
  MonitoringModule,
  CheckInsModule,
  KioskModule,
  RemindersModule,
  CohortModule,
  TrajectoryModule,
  CaseloadModule,
  ExchangeModule,
];

export interface AppModuleParts {
  readonly config: AppConfig;
  readonly clock: Clock;
  readonly databases: Databases;
  readonly features: readonly Feature[];
}

export type Feature = NonNullable<DynamicModule['imports']>[number];

@Global()
@Module({})
export class AppModule {
  static with({ config, clock, databases, features }: AppModuleParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.with(databases),
        AuditModule,
        HttpModule,
        AccessModule,
        JobsModule,
        LettersModule,
        EventsModule,
        ...features,
      ],
      providers: [
        { provide: AppConfig, useValue: config },
        { provide: Clock, useValue: clock },
      ],
      exports: [AppConfig, Clock],
    };
  }
}
