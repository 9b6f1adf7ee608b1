import { Injectable } from '@nestjs/common';
import { patientHitSchema, type PatientHit, type PatientSearch } from '@courseline/contracts';
import { RequestContext } from '../http/request-context.js';

const HIT = `p.id, p.mrn, p.family_name as "familyName", p.given_name as "givenName", p.birth_date as "birthDate",
  p.sex, p.indications`;
const WORDS_AT_MOST = 6;

/** Finding patients among those the person may see. */
@Injectable()
export class PatientSearchQueries {
  constructor(private readonly context: RequestContext) {}

  /** One more than the limit, where there are more. Each word must be in a name, begin the MRN or the birth date. */
  async search({ text, limit }: PatientSearch): Promise<PatientHit[]> {
    const words = text.split(/[\s,;]+/).filter((word) => word !== '');
    if (words.length === 0) return this.listLatest(limit + 1);
    const escaped = words.slice(0, WORDS_AT_MOST).map((word) => word.replace(/[\\%_]/g, '\\$&'));
    return this.context.query(
      patientHitSchema,
      `select ${HIT} from current_patient p
        where p.clinic_id = $1 and not exists (
          select 1 from unnest($2::text[]) word
           where not (p.family_name ilike '%' || word || '%' or p.given_name ilike '%' || word || '%'
             or p.mrn ilike word || '%' or coalesce(p.birth_date::text like word || '%', false)))
        order by (lower(p.mrn) = lower($3)) desc, (p.family_name ilike $4 || '%') desc,
          lower(p.family_name), lower(p.given_name), p.id
        limit $5`,
      [this.context.clinic.id, escaped, text, escaped[0] ?? '', limit + 1],
    );
  }

  /** Who may be the same person: the same name, and the same birth date where both are known. */
  async listSamePerson(person: {
    readonly familyName: string;
    readonly givenName: string;
    readonly birthDate: string | null;
  }): Promise<PatientHit[]> {
    return this.context.query(
      patientHitSchema,
      `select ${HIT} from current_patient p
        where p.clinic_id = $1 and lower(p.family_name) = lower($2) and lower(p.given_name) = lower($3)
          and (p.birth_date = $4::date or p.birth_date is null or $4::date is null)
        order by p.birth_date nulls last, p.mrn limit 10`,
      [this.context.clinic.id, person.familyName, person.givenName, person.birthDate],
    );
  }

  private async listLatest(limit: number): Promise<PatientHit[]> {
    return this.context.query(
      patientHitSchema,
      `select ${HIT} from current_patient p where p.clinic_id = $1 order by p.created_at desc, p.id desc limit $2`,
      [this.context.clinic.id, limit],
    );
  }
}
