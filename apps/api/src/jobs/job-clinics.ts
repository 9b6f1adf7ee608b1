import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { IdentityDatabase } from '../database/identity-database.js';

const clinicRow = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  time_zone: z.string(),
  locale: z.string(),
});

/** A clinic as a job needs it. */
export interface JobClinic {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly locale: string;
}

/** Which clinics there are: the jobs role itself sees one at a time. */
@Injectable()
export class JobClinics {
  constructor(private readonly identity: IdentityDatabase) {}

  async list(): Promise<readonly JobClinic[]> {
    const rows = await this.identity.query(
      clinicRow,
      `select id, slug, name, time_zone, locale from clinic order by id`,
    );
    return rows.map(toClinic);
  }

  async find(id: string): Promise<JobClinic | null> {
    const found = await this.identity.find(
      clinicRow,
      `select id, slug, name, time_zone, locale from clinic where id = $1`,
      [id],
    );
    return found === null ? null : toClinic(found);
  }
}

function toClinic({ time_zone: timeZone, ...rest }: z.infer<typeof clinicRow>): JobClinic {
  return { ...rest, timeZone };
}
