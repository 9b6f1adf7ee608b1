import { z } from 'zod';
import { instant, timeOfDay } from './dates.js';
import { id } from './ids.js';
import { issuedLinkSchema } from './sign-in.js';

/** How a patient is reminded of questions. `none`: not at all. */
export const reminderChannels = ['email', 'sms', 'none'] as const;
export const reminderChannelSchema = z.enum(reminderChannels);
export type ReminderChannel = z.infer<typeof reminderChannelSchema>;

/**
 * What became of a reminder: waiting, being handed over, taken by the mail server, not taken for good, nobody knows
 * (and it is not sent again), or no longer needed when its time came.
 */
export const reminderStates = ['queued', 'sending', 'sent', 'failed', 'unknown', 'dropped'] as const;
export type ReminderState = (typeof reminderStates)[number];

export const reminderSchema = z.object({
  id: id(),
  at: instant(),
  channel: z.enum(['email', 'sms']),
  state: z.enum(reminderStates),
  stateAt: instant(),
  /** Who of the staff asked for it; null where the plan did. */
  askedBy: z.object({ accountId: id(), name: z.string().nullable() }).nullable(),
});
export type Reminder = z.infer<typeof reminderSchema>;

/** GET /api/c/:clinic/patients/:patient/reminders: the newest 20, and how they are sent. */
export const remindersSchema = z.object({
  /** Whether the patient has access: without, there is nobody to send a link to. */
  canBeSent: z.boolean(),
  /** Whether the clinic sends reminders by itself. */
  clinicReminds: z.boolean(),
  /** Whether the patient agreed to be written to; `missing`: nothing is sent, though a link can be handed over. */
  messagesConsent: z.enum(['not-needed', 'given', 'missing']),
  channel: reminderChannelSchema,
  reminders: z.array(reminderSchema),
});
export type Reminders = z.infer<typeof remindersSchema>;

/** POST …/reminder-choices, and POST /api/c/:clinic/me/reminder-choices */
export const reminderChoiceSchema = z.strictObject({ channel: reminderChannelSchema });
export type ReminderChoice = z.infer<typeof reminderChoiceSchema>;

/** POST …/check-in-link: a link that was just made, shown once. The one before it no longer works. */
export const checkInLinkSchema = issuedLinkSchema.pick({ url: true, expiresAt: true });
export type CheckInLink = z.infer<typeof checkInLinkSchema>;

const reminderSettings = {
  on: z.boolean(),
  /** Reminders go out from this time of the clinic's day on, and none from `until` on. */
  from: timeOfDay(),
  until: timeOfDay(),
  /** At most so many for one form at one moment. */
  each: z.number().int().min(1).max(5),
};

/** PUT /api/c/:clinic/reminder-settings, with If-Match */
export const reminderSettingsChangeSchema = z
  .strictObject(reminderSettings)
  .refine(({ from, until }) => from < until, { path: ['until'], message: 'Must be later than the first.' });
export type ReminderSettingsChange = z.infer<typeof reminderSettingsChangeSchema>;

/** GET /api/c/:clinic/reminder-settings */
export const reminderSettingsSchema = z.object({ ...reminderSettings, version: z.int() });
export type ReminderSettings = z.infer<typeof reminderSettingsSchema>;
