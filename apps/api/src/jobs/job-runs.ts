import { Injectable } from '@nestjs/common';
import { JobsDatabase } from '../database/jobs-database.js';
import { Clock } from '../http/clock.js';
import { JobClinics } from './job-clinics.js';
import { JobLog } from './job-log.js';
import { RecurringJobs, type RecurringJob } from './recurring-jobs.js';

/** Thrown when a run failed for some clinics; for the others it is done. */
export class UnfinishedRunError extends Error {
  constructor(job: string, failures: number) {
    super(`The job ${job} failed for ${failures} clinics.`);
    this.name = 'UnfinishedRunError';
  }
}

/** Does recurring jobs: every clinic has its turn, and one that fails is in no other's way. */
@Injectable()
export class JobRuns {
  constructor(
    private readonly jobs: RecurringJobs,
    private readonly clinics: JobClinics,
    private readonly database: JobsDatabase,
    private readonly clock: Clock,
    private readonly log: JobLog,
  ) {}

  /** One run for all clinics; nothing happens when another process is at it. */
  async run(name: string, stopping: AbortSignal = new AbortController().signal): Promise<void> {
    const job = this.jobs.get(name);
    await this.database.holding(`job ${name}`, () => this.runForAll(job, stopping));
  }

  private async runForAll(job: RecurringJob, stopping: AbortSignal): Promise<void> {
    let failures = 0;
    for (const clinic of await this.clinics.list()) {
      if (stopping.aborted) return;
      try {
        await this.database.transaction(clinic.id, (sql) => job.run({ clinic, sql, now: this.clock.now() }));
      } catch (error) {
        failures += 1;
        this.log.failed(job.name, error);
      }
    }
    if (failures > 0) throw new UnfinishedRunError(job.name, failures);
  }
}
