import type { Reminder, Reminders, ReminderState } from '@courseline/contracts';
import type { Format } from '../../ui/format-context';

/** How reminders stand for a patient, in a sentence. */
export function remindsWords({ canBeSent, clinicReminds, channel, messagesConsent }: Reminders): string {
  if (!canBeSent) return 'The patient has no access yet, so there is nobody to send a link to.';
  if (messagesConsent === 'missing')
    return '! Nothing is sent: the patient has not agreed to messages. You can show a link here, in the room.';
  if (!clinicReminds) return 'The clinic sends no reminders by itself; you can send a link.';
  if (channel === 'none') return 'No reminders are sent to this patient; you can send a link.';
  return channel === 'sms'
    ? 'When questions are due, a link is sent by text message.'
    : 'When questions are due, a link is sent by email.';
}

const states: Readonly<Record<ReminderState, (moment: string) => string>> = {
  queued: () => 'Goes out now, or when the mail server answers',
  sending: () => 'Being sent',
  sent: (moment) => `Sent ${moment}`,
  failed: (moment) => `Could not be sent, ${moment}`,
  unknown: (moment) => `May have been sent, ${moment}; not sent again`,
  dropped: (moment) => `Not needed any more, ${moment}`,
};

/** What became of one link. */
export function reminderWords(
  { state, stateAt, channel }: Reminder,
  format: Pick<Format, 'nearMoment'>,
): string {
  const words = states[state](format.nearMoment(stateAt));
  return channel === 'sms' ? `${words}, as a text message` : words;
}
