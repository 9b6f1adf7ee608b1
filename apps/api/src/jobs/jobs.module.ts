import { Global, Module } from '@nestjs/common';
import { JobClinics } from './job-clinics.js';
import { JobLog } from './job-log.js';
import { JobRunner } from './job-runner.js';
import { JobRuns } from './job-runs.js';
import { JobQueue } from './queue.js';
import { QueueHandlers } from './queue-handlers.js';
import { RecurringJobs } from './recurring-jobs.js';

@Global()
@Module({
  providers: [JobClinics, JobLog, JobQueue, JobRunner, JobRuns, QueueHandlers, RecurringJobs],
  exports: [JobClinics, JobLog, JobRunner, JobRuns, QueueHandlers, RecurringJobs],
})
export class JobsModule {}
