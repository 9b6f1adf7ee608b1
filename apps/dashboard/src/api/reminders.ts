import {
  checkInLinkSchema,
  remindersSchema,
  reminderSettingsSchema,
  type ReminderChannel,
  type ReminderSettingsChange,
} from '@courseline/contracts';
import { queryOptions } from '@tanstack/react-query';
import { newIdempotencyKey, pathOf, request } from './client';

/** What was sent to a patient. While something is on its way it is asked again. */
export const remindersQuery = (clinic: string, patient: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'patient', patient, 'reminders'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/patients/${patient}/reminders`, { schema: remindersSchema, signal }),
    refetchInterval: ({ state }) =>
      state.data?.reminders.some(({ state: one }) => one === 'queued' || one === 'sending') === true
        ? 2_000
        : false,
  });

export const sendCheckInLetter = (clinic: string, patient: string) =>
  request('POST', pathOf`/c/${clinic}/patients/${patient}/check-in-letters`, {
    schema: remindersSchema,
    idempotencyKey: newIdempotencyKey(),
  });

export const makeCheckInLink = (clinic: string, patient: string) =>
  request('POST', pathOf`/c/${clinic}/patients/${patient}/check-in-link`, { schema: checkInLinkSchema });

export const chooseReminders = (clinic: string, patient: string, channel: ReminderChannel) =>
  request('POST', pathOf`/c/${clinic}/patients/${patient}/reminder-choices`, {
    body: { channel },
    schema: remindersSchema,
    idempotencyKey: newIdempotencyKey(),
  });

export const reminderSettingsQuery = (clinic: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'reminder-settings'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/reminder-settings`, { schema: reminderSettingsSchema, signal }),
  });

export const changeReminderSettings = (clinic: string, version: number, body: ReminderSettingsChange) =>
  request('PUT', pathOf`/c/${clinic}/reminder-settings`, {
    body,
    ifMatch: version,
    schema: reminderSettingsSchema,
  });
