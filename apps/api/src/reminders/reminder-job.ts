import { Injectable, type OnModuleInit } from '@nestjs/common';
import { nextReminder, type ReminderRules } from '@courseline/treatment';
import { z } from 'zod';
import { clinicDays } from '../check-in-plans/clinic-days.js';
import { newId } from '../database/ids.js';
import type { Sql } from '../database/sql.js';
import { RecurringJobs, type ClinicTurn } from '../jobs/recurring-jobs.js';
import { Outbox } from '../letters/outbox.js';
import { checkInKind } from './check-in-letters.js';
import { ReminderPlans } from './reminder-plans.js';

export const reminderJob = 'send-reminders';

/** So many patients are read together. */
const together = 200;

const settingsRow = z.object({ on: z.boolean(), from: z.string(), until: z.string(), budget: z.number() });
const candidateRow = z.object({
  patient_id: z.string(),
  account_id: z.string(),
  channel: z.enum(['email', 'sms']),
});
type Candidate = z.infer<typeof candidateRow>;
const sentRow = z.object({ patient_id: z.string(), at: z.date(), occurrences: z.array(z.string()) });

/**
 * Reminds patients of what their plan asks: who, when and of what `nextReminder` says, from the record as it stands at
 * that minute. The outbox takes one for each patient and day, so that two at once are one.
 */
@Injectable()
export class ReminderJob implements OnModuleInit {
  constructor(
    private readonly jobs: RecurringJobs,
    private readonly plans: ReminderPlans,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: reminderJob, everyMinutes: 5, run: (turn) => this.remind(turn) });
  }

  private async remind(turn: ClinicTurn): Promise<void> {
    const { sql, clinic, now } = turn;
    const rules = await this.rulesOf(turn);
    if (rules === null) return;
    const days = clinicDays(clinic.timeZone);
    const today = days.dayOf(now.getTime());
    const isQuiet =
      now.getTime() < days.at(today, rules.from) || now.getTime() >= days.at(today, rules.until);
    if (isQuiet) return;
    const candidates = await this.listCandidates(sql, clinic.id);
    for (let first = 0; first < candidates.length; first += together) {
      await this.remindSome(turn, candidates.slice(first, first + together), rules);
    }
  }

  private async remindSome(
    { sql, clinic, now }: ClinicTurn,
    candidates: readonly Candidate[],
    rules: ReminderRules,
  ): Promise<void> {
    const patients = candidates.map(({ patient_id: id }) => id);
    const asked = await this.plans.read(sql, clinic, patients, now);
    const sent = await this.listSent(sql, clinic.id, patients);
    const days = clinicDays(clinic.timeZone);
    for (const candidate of candidates) {
      const reminder = nextReminder({
        occurrences: asked.get(candidate.patient_id) ?? [],
        sent: sent
          .filter(({ patient_id: id }) => id === candidate.patient_id)
          .map(({ at, occurrences }) => ({ at: at.getTime(), occurrences })),
        now: now.getTime(),
        days,
        rules,
      });
      if (reminder === null || reminder.at > now.getTime()) continue;
      const keys = reminder.occurrences.map(({ key }) => key);
      await this.add(sql, clinic.id, candidate, { now, day: days.dayOf(now.getTime()), keys });
    }
  }

  private async add(
    sql: Sql,
    clinicId: string,
    { patient_id: patientId, account_id: to, channel }: Candidate,
    { now, day, keys }: { readonly now: Date; readonly day: string; readonly keys: readonly string[] },
  ): Promise<void> {
    const cause = `${patientId}/${day}`;
    const messageId = await this.outbox.add(sql, {
      clinicId,
      to,
      kind: checkInKind,
      cause,
      channel,
      createdBy: null,
    });
    if (messageId === null) return;
    await sql.execute(
      `insert into reminder (clinic_id, id, patient_id, message_id, occurrences, asked_by, at)
       values ($1, $2, $3, $4, $5, null, $6)`,
      [clinicId, newId(), patientId, messageId, keys, now],
    );
  }

  /** Null where the clinic sends none. */
  private async rulesOf({ sql, clinic }: ClinicTurn): Promise<ReminderRules | null> {
    const found = await sql.find(
      settingsRow,
      `select reminders_on as "on", reminders_from as "from", reminders_until as "until", reminders_each as budget
         from clinic where id = $1`,
      [clinic.id],
    );
    return found?.on === true ? { from: found.from, until: found.until, budget: found.budget } : null;
  }

  /** Patients who can sign in, did not choose to get none, and agreed to be written to where the clinic asks for that. */
  private listCandidates(sql: Sql, clinicId: string): Promise<Candidate[]> {
    return sql.query(
      candidateRow,
      `select m.patient_id, m.account_id, coalesce(c.channel, 'email') as channel
         from membership m
         left join lateral (
           select channel from reminder_choice c
            where c.clinic_id = m.clinic_id and c.patient_id = m.patient_id order by c.chosen_at desc, c.id desc limit 1) c on true
        where m.clinic_id = $1 and m.state = 'active' and m.patient_id is not null and coalesce(c.channel, 'email') <> 'none'
          and (not exists (select from consent_text t where t.clinic_id = $1 and t.scope = 'messages')
            or exists (select from consent_state s where s.clinic_id = $1 and s.patient_id = m.patient_id
              and s.scope = 'messages' and s.state = 'given'))
        order by m.patient_id`,
      [clinicId],
    );
  }

  /** What did not reach anybody, as far as is known, does not count. */
  private listSent(sql: Sql, clinicId: string, patients: readonly string[]) {
    return sql.query(
      sentRow,
      `select r.patient_id, r.at, r.occurrences from reminder r
         join message m on m.clinic_id = r.clinic_id and m.id = r.message_id
        where r.clinic_id = $1 and r.patient_id = any ($2) and m.state not in ('dropped', 'failed')`,
      [clinicId, patients],
    );
  }
}
