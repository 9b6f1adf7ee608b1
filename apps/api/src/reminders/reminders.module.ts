import { Module } from '@nestjs/common';
import { ClinicsModule } from '../clinics/clinics.module.js';
import { PatientsModule } from '../patients/patients.module.js';
import { CheckInLetters } from './check-in-letters.js';
import { LetterRecipients } from './letter-recipients.js';
import { ReminderFactsQueries } from './reminder-facts.queries.js';
import { ReminderJob } from './reminder-job.js';
import { ReminderPlans } from './reminder-plans.js';
import { RemindersController } from './reminders.controller.js';
import { RemindersQueries } from './reminders.queries.js';
import { RemindersService } from './reminders.service.js';

@Module({
  imports: [ClinicsModule, PatientsModule],
  controllers: [RemindersController],
  providers: [
    CheckInLetters,
    LetterRecipients,
    ReminderFactsQueries,
    ReminderJob,
    ReminderPlans,
    RemindersQueries,
    RemindersService,
  ],
})
export class RemindersModule {}
