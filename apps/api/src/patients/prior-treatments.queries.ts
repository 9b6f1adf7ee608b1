import { Injectable } from '@nestjs/common';
import { priorTreatmentSchema, type PriorTreatment } from '@courseline/contracts';
import { author, joinMember } from '../clinics/author.js';
import { moment } from '../database/moment.js';
import { RequestContext } from '../http/request-context.js';

const COLUMNS = `r.prior_treatment_id as id, r.patient_id as "patientId", r.n as version, r.status, r.reason,
  ${author('r.recorded_by', 'm')} as "recordedBy", r.recorded_at as "recordedAt", r.kind, r.name,
  r.highest_dose as "highestDose", r.weeks_at_dose as "weeksAtDose", r.adherence, r.adequate,
  r.adequacy_rule as "adequacyRule", r.outcome, r.episode, r.stop_reason as "stopReason", r.note`;
const MEMBER = joinMember('m', 'r.clinic_id', 'r.recorded_by');

const row = priorTreatmentSchema.extend({ recordedAt: moment() });

/** Reads of treatments tried before. */
@Injectable()
export class PriorTreatmentsQueries {
  constructor(private readonly context: RequestContext) {}

  /** Also one that was entered in error. */
  async find(priorTreatmentId: string): Promise<PriorTreatment | null> {
    return this.context.find(
      row,
      `select ${COLUMNS} from prior_treatment h
         join prior_treatment_revision r
           on r.clinic_id = h.clinic_id and r.prior_treatment_id = h.id and r.n = h.current_n
         ${MEMBER}
        where h.clinic_id = $1 and h.id = $2`,
      [this.context.clinic.id, priorTreatmentId],
    );
  }

  /** Those of the current episode first, then as they were entered. */
  async listCurrent(patientId: string): Promise<PriorTreatment[]> {
    return this.context.query(
      row,
      `select ${COLUMNS} from prior_treatment h
         join prior_treatment_revision r
           on r.clinic_id = h.clinic_id and r.prior_treatment_id = h.id and r.n = h.current_n
         ${MEMBER}
        where h.clinic_id = $1 and h.patient_id = $2 and r.status = 'current'
        order by array_position(array['current', 'earlier', 'unknown'], r.episode), h.created_at, h.id`,
      [this.context.clinic.id, patientId],
    );
  }

  async listRevisions(patientId: string): Promise<PriorTreatment[]> {
    return this.context.query(
      row,
      `select ${COLUMNS} from prior_treatment_revision r ${MEMBER}
        where r.clinic_id = $1 and r.patient_id = $2 order by r.recorded_at desc, r.prior_treatment_id, r.n desc`,
      [this.context.clinic.id, patientId],
    );
  }
}
