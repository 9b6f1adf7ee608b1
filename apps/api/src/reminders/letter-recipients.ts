import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { LetterRequest } from '../letters/letter-writers.js';
import { ReminderPlans } from './reminder-plans.js';

const reminderRow = z.object({
  patient_id: z.string(),
  occurrences: z.array(z.string()),
  asked_by: z.string().nullable(),
});
const settingsRow = z.object({ on: z.boolean(), off: z.boolean() });
const phoneRow = z.object({ phone: z.string().nullable() });

/** What is found out about a reminder at the moment its letter goes. */
@Injectable()
export class LetterRecipients {
  constructor(private readonly plans: ReminderPlans) {}

  /**
   * Whether there is still a reason to write: what a person asked for always; what the plan asked for only while one
   * of its questions is open, and neither the clinic nor the patient has switched reminders off since.
   */
  async isStillWanted({ sql, clinic, id, now }: LetterRequest): Promise<boolean> {
    const reminder = await sql.find(
      reminderRow,
      `select patient_id, occurrences, asked_by from reminder where clinic_id = $1 and message_id = $2`,
      [clinic.id, id],
    );
    if (reminder === null) return false;
    if (reminder.asked_by !== null) return true;
    const { patient_id: patientId, occurrences } = reminder;
    const settings = await sql.find(
      settingsRow,
      `select c.reminders_on as "on",
              coalesce((select h.channel = 'none' from reminder_choice h
                where h.clinic_id = c.id and h.patient_id = $2 order by h.chosen_at desc, h.id desc limit 1), false) as off
         from clinic c where c.id = $1`,
      [clinic.id, patientId],
    );
    if (settings?.on !== true || settings.off) return false;
    return this.plans.isStillAsked(sql, clinic, { patientId, occurrences }, now);
  }

  /** The telephone in the patient's record; null where there is none. */
  async phoneOf({ sql, clinic, id }: LetterRequest): Promise<string | null> {
    const found = await sql.find(
      phoneRow,
      `select q.phone from reminder r
         join patient p on p.clinic_id = r.clinic_id and p.id = r.patient_id
         join patient_revision q on q.clinic_id = p.clinic_id and q.patient_id = p.id and q.n = p.current_n
        where r.clinic_id = $1 and r.message_id = $2`,
      [clinic.id, id],
    );
    return found?.phone ?? null;
  }
}
