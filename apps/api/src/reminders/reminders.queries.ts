import { Injectable } from '@nestjs/common';
import { reminderChannelSchema, reminderSchema, reminderSettingsSchema } from '@courseline/contracts';
import { z } from 'zod';
import { author, joinMember } from '../clinics/author.js';
import { moment } from '../database/moment.js';
import { RequestContext } from '../http/request-context.js';

const reminderRow = z.object({
  id: z.string(),
  at: moment(),
  channel: reminderSchema.shape.channel,
  state: reminderSchema.shape.state,
  stateAt: moment(),
  askedBy: reminderSchema.shape.askedBy,
});
const settingsRow = reminderSettingsSchema;

/** Reminders as the person of the request may see them. */
@Injectable()
export class RemindersQueries {
  constructor(private readonly context: RequestContext) {}

  list(patientId: string) {
    return this.context.query(
      reminderRow,
      `select r.id, r.at, m.channel, m.state, m.changed_at as "stateAt",
              case when r.asked_by is not null then ${author('r.asked_by', 'n')} end as "askedBy"
         from reminder r
         join message m on m.clinic_id = r.clinic_id and m.id = r.message_id
         ${joinMember('n', 'r.clinic_id', 'r.asked_by')}
        where r.clinic_id = $1 and r.patient_id = $2 order by r.at desc, r.id desc limit 20`,
      [this.context.clinic.id, patientId],
    );
  }

  /** Reminded by e-mail unless somebody chose otherwise. */
  async channelOf(patientId: string) {
    const found = await this.context.find(
      z.object({ channel: reminderChannelSchema }),
      `select channel from reminder_choice where clinic_id = $1 and patient_id = $2
        order by chosen_at desc, id desc limit 1`,
      [this.context.clinic.id, patientId],
    );
    return found?.channel ?? 'email';
  }

  findSettings() {
    return this.context.find(
      settingsRow,
      `select reminders_on as "on", reminders_from as "from", reminders_until as "until", reminders_each as each,
              reminders_version as version
         from clinic where id = $1`,
      [this.context.clinic.id],
    );
  }
}
