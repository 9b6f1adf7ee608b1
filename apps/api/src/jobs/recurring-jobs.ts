import { Injectable } from '@nestjs/common';
import type { Sql } from '../database/sql.js';
import type { JobClinic } from './job-clinics.js';

/** One clinic's turn of a job: a transaction as the jobs role with the clinic's context, which commits when the turn ends. */
export interface ClinicTurn {
  readonly clinic: JobClinic;
  readonly sql: Sql;
  readonly now: Date;
}

export interface RecurringJob {
  /** Names the queue: lower case and hyphens, never changed. */
  readonly name: string;
  /** A divisor of an hour, or whole hours. */
  readonly everyMinutes: number;
  /**
   * Runs for each clinic, one process at a time. What is due is read from the record at each turn, so that nothing
   * planned can go stale; a turn that is cut short or fails is undone and comes again the next time. It may run
   * twice: what it writes must have a key. To send something, `Outbox.add(sql, …)` in the same transaction.
   */
  run(turn: ClinicTurn): Promise<void>;
}

/**
 * Where features say what is to be done again and again, in their `onModuleInit`:
 *
 *     this.jobs.add({ name: 'escalate-alerts', everyMinutes: 1, run: (turn) => this.escalate(turn) });
 *
 * The jobs role sees of the record only what a policy and grant for `courseline_jobs` shows it (a migration), and
 * the table stands in the list of self-check.ts. Tests run one by `app.nest.get(JobRuns).run('escalate-alerts')`.
 */
@Injectable()
export class RecurringJobs {
  private readonly jobs = new Map<string, RecurringJob>();

  add(job: RecurringJob): void {
    const { name, everyMinutes } = job;
    if (!/^[a-z][a-z-]{2,40}$/.test(name)) throw new Error(`A job cannot be called ${name}.`);
    if (this.jobs.has(name)) throw new Error(`There are two jobs called ${name}.`);
    if (!Number.isInteger(everyMinutes) || everyMinutes < 1 || everyMinutes > 360)
      throw new Error(`${name}: whole minutes up to six hours.`);
    this.jobs.set(name, job);
  }

  get(name: string): RecurringJob {
    const job = this.jobs.get(name);
    if (job === undefined) throw new Error(`There is no job called ${name}.`);
    return job;
  }

  get all(): readonly RecurringJob[] {
    return [...this.jobs.values()];
  }
}
