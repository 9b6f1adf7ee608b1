import { Injectable, type OnModuleInit } from '@nestjs/common';
import { instrumentIdSchema, UNREAD_DAYS, type UnreadResult } from '@courseline/contracts';
import { z } from 'zod';
import { OpenedObservers, type OpenedObserver } from '../assessments/opened-observers.js';
import { Clock } from '../http/clock.js';
import { RequestContext } from '../http/request-context.js';

const DAY_MS = 86_400_000;

const unreadRow = z.object({
  id: z.string(),
  patient_id: z.string(),
  patient_name: z.string(),
  instrument: instrumentIdSchema,
  total: z.number().nullable(),
  sent_at: z.date(),
});

/** Forms in the record that the patient sent in the last days and nobody of the care team has opened. */
const UNREAD = `
  from assessment_revision first
  join current_assessment a on a.clinic_id = first.clinic_id and a.id = first.assessment_id
  join current_patient p on p.clinic_id = a.clinic_id and p.id = a.patient_id
  where first.clinic_id = $1 and first.way in ('patient', 'kiosk') and first.n = 1 and first.recorded_at >= $2
    and not exists (select from result_read r where r.clinic_id = a.clinic_id and r.assessment_id = a.id)`;

/** Which results nobody has read yet; reading is opening, and stays as a row with who and when. */
@Injectable()
export class ResultReads implements OpenedObserver, OnModuleInit {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly observers: OpenedObservers,
  ) {}

  onModuleInit(): void {
    this.observers.add(this);
  }

  async listUnread(most: number): Promise<readonly UnreadResult[]> {
    const rows = await this.context.query(
      unreadRow,
      `select a.id, a.patient_id, concat_ws(', ', nullif(p.family_name, ''), nullif(p.given_name, '')) as patient_name,
              a.instrument, a.total, first.recorded_at as sent_at
       ${UNREAD} order by first.recorded_at desc, a.id limit ${most}`,
      [this.context.clinic.id, this.since()],
    );
    this.context.touch(...rows.map((row) => row.patient_id));
    return rows.map((row) => ({
      assessmentId: row.id,
      patientId: row.patient_id,
      patientName: row.patient_name,
      instrument: row.instrument,
      total: row.total,
      sentAt: row.sent_at.toISOString(),
    }));
  }

  async countUnread(): Promise<number> {
    const found = await this.context.find(
      z.object({ count: z.number() }),
      `select count(*)::integer as count ${UNREAD}`,
      [this.context.clinic.id, this.since()],
    );
    return found?.count ?? 0;
  }

  /** One form was opened. Only who treats the patient has read it for the team. */
  async formOpened(assessmentId: string): Promise<void> {
    await this.mark('a.id = $4', assessmentId);
  }

  /** The patient's page was opened, which shows every form. */
  async openedAllOf(patientId: string): Promise<void> {
    await this.mark('a.patient_id = $4', patientId);
  }

  private async mark(condition: string, value: string): Promise<void> {
    await this.context.execute(
      `insert into result_read (clinic_id, assessment_id, account_id, patient_id, read_at)
       select a.clinic_id, a.id, $2, a.patient_id, $3::timestamptz
         from current_assessment a
        where a.clinic_id = $1 and a.way in ('patient', 'kiosk') and ${condition}
          and ((select app.treats_whole_clinic())
            or ((select app.has_role('nurse', 'clinician')) and a.patient_id in (select app.team_patients())))
          and not exists (select from result_read r where r.clinic_id = a.clinic_id and r.assessment_id = a.id and r.account_id = $2)
       on conflict do nothing`,
      [this.context.clinic.id, this.context.principal.accountId, this.clock.now(), value],
    );
  }

  private since(): Date {
    return new Date(this.clock.now().getTime() - UNREAD_DAYS * DAY_MS);
  }
}
