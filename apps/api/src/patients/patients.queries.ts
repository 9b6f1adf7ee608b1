import { Injectable } from '@nestjs/common';
import {
  patientHistorySchema,
  patientSchema,
  type Patient,
  type PatientHistory,
} from '@courseline/contracts';
import { z } from 'zod';
import { author, joinMember } from '../clinics/author.js';
import { moment } from '../database/moment.js';
import { RequestContext } from '../http/request-context.js';

const DETAILS = `r.n as version, r.status, r.reason, ${author('r.recorded_by', 'm')} as "recordedBy",
  r.recorded_at as "recordedAt", r.mrn, r.family_name as "familyName", r.given_name as "givenName",
  r.birth_date as "birthDate", r.sex, r.phone, r.email, r.indications, r.allergies, r.contraindications`;
const MEMBER = joinMember('m', 'r.clinic_id', 'r.recorded_by');

const patientRow = patientSchema.extend({ recordedAt: moment() });
const revisionRow = patientHistorySchema.shape.revisions.element.extend({ recordedAt: moment() });
const holdingsRow = z.object({ courses: z.number(), assessments: z.number() });

/** Reads of single patients with their history. */
@Injectable()
export class PatientsQueries {
  constructor(private readonly context: RequestContext) {}

  /** The patient as known now, also one that was entered in error. */
  async find(patientId: string): Promise<Patient | null> {
    return this.context.find(
      patientRow,
      `select p.id, ${DETAILS} from patient p
         join patient_revision r on r.clinic_id = p.clinic_id and r.patient_id = p.id and r.n = p.current_n
         ${MEMBER}
        where p.clinic_id = $1 and p.id = $2`,
      [this.context.clinic.id, patientId],
    );
  }

  async listRevisions(patientId: string): Promise<PatientHistory['revisions']> {
    return this.context.query(
      revisionRow,
      `select ${DETAILS} from patient_revision r ${MEMBER}
        where r.clinic_id = $1 and r.patient_id = $2 order by r.n desc`,
      [this.context.clinic.id, patientId],
    );
  }

  /** How much of the record still stands on this patient. */
  async countHoldings(patientId: string): Promise<{ courses: number; assessments: number }> {
    const [row] = await this.context.query(
      holdingsRow,
      `select (select count(*) from current_course where clinic_id = $1 and patient_id = $2) as courses,
              (select count(*) from current_assessment where clinic_id = $1 and patient_id = $2) as assessments`,
      [this.context.clinic.id, patientId],
    );
    return row ?? { courses: 0, assessments: 0 };
  }
}
