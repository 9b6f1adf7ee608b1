import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';

const row = z.object({ treated: z.boolean() });

/**
 * Which patients the person may see and whose record they may write. Row-level security decides in any case; this
 * asks first, so that the answer says which of the two it was.
 */
@Injectable()
export class TreatedPatients {
  constructor(private readonly context: RequestContext) {}

  /** Not found where the person may not see the patient. Says in the audit whose data is read. */
  async requireVisible(patientId: string): Promise<void> {
    await this.find(patientId);
  }

  /** Not allowed where the person sees the patient, as a director does, but does not treat them. */
  async requireTreated(patientId: string): Promise<void> {
    const { treated } = await this.find(patientId);
    if (!treated) {
      throw new DomainError('not-allowed', {
        detail: 'Only who treats this patient may change the record. Join the care team first.',
      });
    }
  }

  /** Whether the person sees and treats the patient; says in the audit whose record was looked for. */
  async isTreated(patientId: string): Promise<boolean> {
    this.context.touch(patientId);
    return (await this.findRow(patientId))?.treated === true;
  }

  private async find(patientId: string): Promise<z.infer<typeof row>> {
    const found = await this.findRow(patientId);
    if (found === null) throw new DomainError('not-found');
    this.context.touch(patientId);
    return found;
  }

  private async findRow(patientId: string): Promise<z.infer<typeof row> | null> {
    return this.context.find(
      row,
      `select app.treats_whole_clinic()
         or (app.has_role('nurse', 'clinician') and p.id in (select app.team_patients())) as treated
         from patient p where p.clinic_id = $1 and p.id = $2`,
      [this.context.clinic.id, patientId],
    );
  }
}
