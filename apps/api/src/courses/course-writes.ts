import { Injectable } from '@nestjs/common';
import type { PhasePlan } from '@courseline/contracts';
import { z } from 'zod';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { CourseEntity } from './course.entity.js';
import type { CourseRevision } from './course-observers.js';
import { CoursePhaseEntity } from './course-phase.entity.js';
import { CourseRevisionEntity } from './course-revision.entity.js';

/** Adds courses and revisions of them with their phases. */
@Injectable()
export class CourseWrites {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  async requireCurrentPatient(patientId: string): Promise<void> {
    const current = await this.context.find(
      z.object({ id: z.string() }),
      `select id from current_patient where clinic_id = $1 and id = $2`,
      [this.context.clinic.id, patientId],
    );
    if (current === null) throw new DomainError('conflict', { detail: 'This patient was entered in error.' });
  }

  async insertCourse(first: CourseRevision, phases: readonly PhasePlan[]): Promise<void> {
    await this.context.manager.insert(CourseEntity, {
      clinicId: first.clinicId,
      id: first.courseId,
      patientId: first.patientId,
      currentN: 1,
      createdAt: first.recordedAt,
      importBatchId: null,
    });
    await this.insertRevision(first, phases);
  }

  /** The revision after `previous.n`, with what is changed already in it. */
  async addRevision(previous: CourseRevision, phases: readonly PhasePlan[]): Promise<void> {
    // The head first: of two writers at once the second waits here and finds the version gone.
    const moved = await this.context.execute(
      `update course set current_n = $3 + 1 where clinic_id = $1 and id = $2 and current_n = $3`,
      [previous.clinicId, previous.courseId, previous.n],
    );
    if (moved !== 1) throw new DomainError('version-conflict');
    await this.insertRevision(
      {
        ...previous,
        n: previous.n + 1,
        recordedBy: this.context.principal.accountId,
        recordedAt: this.clock.now(),
        importBatchId: null,
      },
      phases,
    );
  }

  private async insertRevision(revision: CourseRevision, phases: readonly PhasePlan[]): Promise<void> {
    const { manager } = this.context;
    await manager.insert(CourseRevisionEntity, revision);
    if (phases.length > 0) {
      await manager.insert(
        CoursePhaseEntity,
        phases.map((phase, index) => ({
          clinicId: revision.clinicId,
          courseId: revision.courseId,
          n: revision.n,
          position: index + 1,
          patientId: revision.patientId,
          ...phase,
          importBatchId: null,
        })),
      );
    }
    await this.context.bumpClinicVersion();
  }
}
