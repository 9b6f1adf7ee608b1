import { Injectable } from '@nestjs/common';
import type { VoidedImport } from '@courseline/contracts';
import { z } from 'zod';
import { Clock } from '../http/clock.js';
import { RequestContext } from '../http/request-context.js';
import * as statements from './import-void.sql.js';

const keptRow = z.object({ kept: z.int() });

/** Takes what an import brought out of the record again; it stays in the history, with the reason. */
@Injectable()
export class ImportVoids {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  /**
   * Forms first, then the courses and patients that nothing else stands on: what somebody has built on since, or
   * changed by hand, stays and is counted.
   */
  async takeOut(batchId: string, reason: string): Promise<Omit<VoidedImport, 'batch'>> {
    const { clinic, principal } = this.context;
    const whole = [clinic.id, batchId, principal.accountId, this.clock.now(), reason];
    const forms = await this.context.execute(statements.takeOutForms, whole);
    const restored = await this.context.execute(statements.restoreForms, whole);
    const keptForms = await this.count(statements.countKeptForms, batchId);
    const courses = await this.context.execute(statements.takeOutCourses, whole);
    const keptCourses = await this.count(statements.countKeptCourses, batchId);
    const patients = await this.context.execute(statements.takeOutPatients, whole);
    const keptPatients = await this.count(statements.countKeptPatients, batchId);
    await this.context.execute('set constraints all immediate');
    await this.context.bumpClinicVersion();
    return {
      takenOut: { forms, courses, patients },
      restored,
      kept: { forms: keptForms, courses: keptCourses, patients: keptPatients },
    };
  }

  private async count(statement: string, batchId: string): Promise<number> {
    return (await this.context.find(keptRow, statement, [this.context.clinic.id, batchId]))?.kept ?? 0;
  }
}
