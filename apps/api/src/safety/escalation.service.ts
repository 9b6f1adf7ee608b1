import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { newId } from '../database/ids.js';
import type { Sql } from '../database/sql.js';
import { CHANNEL, type Announced } from '../events/clinic-events.js';
import { RecurringJobs, type ClinicTurn } from '../jobs/recurring-jobs.js';
import { LetterWriters, type LetterRequest, type Written } from '../letters/letter-writers.js';
import { Outbox } from '../letters/outbox.js';
import { escalationColumns, escalationRow, toEscalationTimes } from './escalation-row.js';
import { escalationDue, STANDARD_ESCALATION, type EscalationTimes } from './rules/escalation-due.js';

export const ESCALATE_ALERTS = 'escalate-alerts';
const LETTER = 'alerts-not-taken-on';

const openRow = z.object({
  id: z.string(),
  patient_id: z.string(),
  level: z.enum(['red', 'amber']),
  raised_at: z.date(),
});

/**
 * Says to others what nobody took on in time: on every page at once, and by a letter that says nothing of a patient to
 * those who lead the clinic and to the clinicians of the care team.
 */
@Injectable()
export class Escalation implements OnModuleInit {
  constructor(
    private readonly jobs: RecurringJobs,
    private readonly writers: LetterWriters,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: ESCALATE_ALERTS, everyMinutes: 1, run: (turn) => this.escalate(turn) });
    this.writers.add(LETTER, (request) => this.write(request));
  }

  /** Each alert once: its row is the key, and the state of the alert stays open until a person takes it on. */
  async escalate({ clinic, sql, now }: ClinicTurn): Promise<void> {
    const times = await this.timesOf(sql, clinic.id);
    const open = await sql.query(
      openRow,
      `select a.id, a.patient_id, a.level, a.raised_at
         from alert_state s join alert a on a.clinic_id = s.clinic_id and a.id = s.alert_id
        where s.clinic_id = $1 and s.state = 'open' and s.escalated_at is null`,
      [clinic.id],
    );
    const late = open.filter(
      ({ level, raised_at: raisedAt }) => escalationDue({ level, raisedAt }, times, clinic.timeZone) <= now,
    );
    const written = [];
    for (const alert of late) {
      const added = await sql.execute(
        `insert into alert_event (clinic_id, id, alert_id, patient_id, kind, recorded_at)
         values ($1, $2, $3, $4, 'escalated', $5) on conflict do nothing`,
        [clinic.id, newId(), alert.id, alert.patient_id, now],
      );
      if (added === 0) continue;
      written.push(alert);
      const announced: Announced = { clinic: clinic.id, topic: 'alerts', patient: alert.patient_id };
      await sql.execute('select pg_notify($1, $2)', [CHANNEL, JSON.stringify(announced)]);
    }
    if (written.length === 0) return;
    const patients = written.map(({ patient_id: patient }) => patient);
    for (const accountId of await this.recipients(sql, clinic.id, patients)) {
      // One letter for all that became late at once.
      const cause = now.toISOString();
      await this.outbox.add(sql, {
        clinicId: clinic.id,
        to: accountId,
        kind: LETTER,
        cause,
        createdBy: null,
      });
    }
  }

  private async timesOf(sql: Sql, clinicId: string): Promise<EscalationTimes> {
    const own = await sql.find(
      escalationRow,
      `select ${escalationColumns} from escalation_revision where clinic_id = $1 order by n desc limit 1`,
      [clinicId],
    );
    return own === null ? STANDARD_ESCALATION : toEscalationTimes(own);
  }

  private async recipients(
    sql: Sql,
    clinicId: string,
    patientIds: readonly string[],
  ): Promise<readonly string[]> {
    const rows = await sql.query(
      z.object({ account_id: z.string() }),
      `select m.account_id from membership m
        where m.clinic_id = $1 and m.state = 'active'
          and ('director' = any (m.roles) or ('clinician' = any (m.roles) and exists (
            select from care_team t where t.clinic_id = m.clinic_id and t.account_id = m.account_id
              and t.ended_at is null and t.patient_id = any ($2))))
        order by m.account_id`,
      [clinicId, patientIds],
    );
    return rows.map(({ account_id: accountId }) => accountId);
  }

  /** No name, no rule, no number: others may read it over a shoulder. Nothing when somebody was faster. */
  private async write({ clinic, sql, origin }: LetterRequest): Promise<Written | null> {
    const found = await sql.find(
      z.object({ late: z.number() }),
      `select count(*)::integer as late from alert_state
        where clinic_id = $1 and state = 'open' and escalated_at is not null`,
      [clinic.id],
    );
    const late = found?.late ?? 0;
    if (late === 0) return null;
    const alerts = late === 1 ? 'One safety alert has' : `${late} safety alerts have`;
    return {
      subject: 'Courseline: a safety alert waits for someone',
      text: `${alerts} not been taken on in time at ${clinic.name}.\n\nOpen the safety list: ${origin}/c/${clinic.slug}/safety\n\nThis letter says nothing about patients. It is sent because you lead the clinic or treat one of the patients.\n`,
    };
  }
}
