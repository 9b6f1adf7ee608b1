import { Injectable } from '@nestjs/common';
import {
  clinicSettingsChangeSchema,
  crisisLineSchema,
  type ClinicSettings,
  type ClinicSettingsChange,
} from '@courseline/contracts';
import { z } from 'zod';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';

const clinicRow = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  time_zone: z.string(),
  locale: z.string(),
  weight_unit: clinicSettingsChangeSchema.shape.weightUnit,
  phone: z.string().nullable(),
  opening_hours: z.string().nullable(),
  crisis_lines: z.array(crisisLineSchema),
  open_to_clinicians: z.boolean(),
  version: z.int(),
});

/** What the clinic of the request says of itself. */
@Injectable()
export class Settings {
  constructor(private readonly context: RequestContext) {}

  async get(): Promise<ClinicSettings> {
    const found = await this.context.find(
      clinicRow,
      `select id, slug, name, time_zone, locale, weight_unit, phone, opening_hours, crisis_lines, open_to_clinicians, version
       from clinic where id = $1`,
      [this.context.clinic.id],
    );
    if (found === null) throw new DomainError('not-found');
    return {
      id: found.id,
      slug: found.slug,
      name: found.name,
      timeZone: found.time_zone,
      locale: found.locale,
      weightUnit: found.weight_unit,
      phone: found.phone,
      openingHours: found.opening_hours,
      crisisLines: found.crisis_lines,
      openToClinicians: found.open_to_clinicians,
      version: found.version,
    };
  }

  async change(change: ClinicSettingsChange, version: number): Promise<ClinicSettings> {
    await this.context.bumpClinicVersion();
    const changed = await this.context.execute(
      `update clinic set name = $3, time_zone = $4, locale = $5, weight_unit = $6, phone = $7, opening_hours = $8,
         crisis_lines = $9, open_to_clinicians = $10, version = version + 1 where id = $1 and version = $2`,
      [
        this.context.clinic.id,
        version,
        change.name,
        change.timeZone,
        change.locale,
        change.weightUnit,
        change.phone,
        change.openingHours,
        JSON.stringify(change.crisisLines),
        change.openToClinicians,
      ],
    );
    const settings = await this.get();
    if (changed === 0) throw new DomainError('version-conflict', { extra: { version: settings.version } });
    return settings;
  }
}
