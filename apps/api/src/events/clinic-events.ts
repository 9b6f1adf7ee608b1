import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { RequestContext } from '../http/request-context.js';

/** The channel of the database on which processes tell each other what is new. */
export const CHANNEL = 'courseline_events';

/** What is sent between processes: kinds and ids, never what was written. */
export const announcedSchema = z.object({
  clinic: z.string(),
  topic: z.string(),
  /** Whose data it is: only who may see this patient hears of it. Null: nobody's. */
  patient: z.string().nullable(),
});
export type Announced = z.infer<typeof announcedSchema>;

export type Announcement =
  | { readonly kind: 'alerts'; readonly patientId: string }
  | { readonly kind: 'session'; readonly id: string; readonly patientId: string };

/** Tells the pages of a clinic that something is new, once the transaction that wrote it has committed. */
@Injectable()
export class ClinicEvents {
  constructor(private readonly context: RequestContext) {}

  /** Call it inside the unit of work that writes; when that comes to nothing, nothing is heard. */
  async announce(announcement: Announcement): Promise<void> {
    const announced: Announced = {
      clinic: this.context.principal.clinicId,
      topic: announcement.kind === 'session' ? `session/${announcement.id}` : announcement.kind,
      patient: announcement.patientId,
    };
    await this.context.execute('select pg_notify($1, $2)', [CHANNEL, JSON.stringify(announced)]);
  }
}
