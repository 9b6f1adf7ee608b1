import {
  checkInLinkSchema,
  reminderChoiceSchema,
  remindersSchema,
  reminderSettingsChangeSchema,
  reminderSettingsSchema,
  type Reminders,
} from '@courseline/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi } from '../testing/fake-api';
import { givenRecord, patientId } from '../testing/record-builder';
import { renderPage } from '../testing/render-page';

const at = '/c/:clinic/patients/:patient';

function reminders(change: Partial<Reminders> = {}): Reminders {
  return {
    canBeSent: true,
    clinicReminds: true,
    messagesConsent: 'not-needed',
    channel: 'email',
    reminders: [],
    ...change,
  };
}

async function opened(first: Reminders, roles: Parameters<typeof signedInAs>[0]['roles'] = ['nurse']) {
  signedInAs({ roles });
  givenRecord({});
  let current = first;
  fakeApi.route('get', `${at}/reminders`, { response: remindersSchema }, () => current);
  const { user } = renderPage(`/c/harbor/patients/${patientId}/record`);
  const section = within(await screen.findByRole('region', { name: 'Check-in links' }));
  return { user, section, become: (next: Reminders) => (current = next) };
}

const sent = (state: Reminders['reminders'][number]['state']) => ({
  id: '01990000-0000-7000-8000-0000000000dd',
  at: '2026-11-17T10:00:00Z',
  channel: 'email' as const,
  state,
  stateAt: '2026-11-17T10:00:05Z',
  askedBy: null,
});

describe('the check-in links of a patient', () => {
  it('are sent by a press, and it is said what became of them', async () => {
    const { user, section, become } = await opened(reminders());
    expect(await section.findByText('Nothing was sent yet.')).toBeVisible();
    fakeApi.route('post', `${at}/check-in-letters`, { response: remindersSchema }, () =>
      reminders({ reminders: [sent('queued')] }),
    );
    become(reminders({ reminders: [sent('sent')] }));
    await user.click(section.getByRole('button', { name: 'Send a check-in link' }));
    expect(await section.findByText(/Goes out now/)).toBeVisible();
    expect(await section.findByText(/^Sent /, {}, { timeout: 5_000 })).toBeVisible();
  });

  it('never look sent when nobody knows', async () => {
    const { section } = await opened(reminders({ reminders: [sent('unknown')] }));
    expect(await section.findByText(/May have been sent, .*; not sent again/)).toBeVisible();
  });

  it('are shown once where the patient is in the room', async () => {
    const { user, section } = await opened(reminders());
    fakeApi.route('post', `${at}/check-in-link`, { response: checkInLinkSchema }, () => ({
      url: 'https://harbor.example/link#secret',
      expiresAt: '2026-11-19T10:00:00Z',
    }));
    await user.click(await section.findByRole('button', { name: 'Show one here' }));
    expect(await section.findByLabelText('Link')).toHaveValue('https://harbor.example/link#secret');
  });

  it('come by text message, or not at all, where that was chosen', async () => {
    const { user, section } = await opened(reminders());
    const chosen: string[] = [];
    fakeApi.route(
      'post',
      `${at}/reminder-choices`,
      { body: reminderChoiceSchema, response: remindersSchema },
      ({ body }) => {
        chosen.push(body.channel);
        return reminders({ channel: body.channel });
      },
    );
    await user.click(await section.findByRole('radio', { name: 'none' }));
    expect(await section.findByText(/No reminders are sent to this patient/)).toBeVisible();
    expect(chosen).toEqual(['none']);
  });

  it('cannot be sent to who has no access, nor by who only reads', async () => {
    const { section } = await opened(reminders({ canBeSent: false }));
    expect(await section.findByText(/no access yet/)).toBeVisible();
    expect(section.queryByRole('button')).not.toBeInTheDocument();
  });

  it('are not sent to who has not agreed to messages, and staff are told', async () => {
    const { section } = await opened(reminders({ messagesConsent: 'missing' }));
    expect(await section.findByText(/! Nothing is sent: the patient has not agreed/)).toBeVisible();
    expect(section.queryByRole('button', { name: 'Send a check-in link' })).not.toBeInTheDocument();
    expect(section.getByRole('button', { name: 'Show one here' })).toBeVisible();
  });

  it('cannot be sent by a director, who does not treat', async () => {
    const { section } = await opened(reminders(), ['director']);
    expect(await section.findByText(/a link is sent by email/)).toBeVisible();
    expect(section.queryByRole('button')).not.toBeInTheDocument();
  });
});

describe('the settings of reminders', () => {
  it('are saved on the version that was read', async () => {
    signedInAs({ roles: ['director'] });
    const settings = { on: true, from: '08:00', until: '21:00', each: 2, version: 3 };
    fakeApi.route(
      'get',
      '/c/:clinic/reminder-settings',
      { response: reminderSettingsSchema },
      () => settings,
    );
    const got: unknown[] = [];
    fakeApi.route(
      'put',
      '/c/:clinic/reminder-settings',
      { body: reminderSettingsChangeSchema, response: reminderSettingsSchema },
      ({ body, headers }) => {
        got.push([headers.get('if-match'), body]);
        return { ...body, version: 4 };
      },
    );
    const { user } = renderPage('/c/harbor/settings/reminders');
    await user.click(await screen.findByRole('radio', { name: 'are not sent' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(got).toEqual([['"3"', { on: false, from: '08:00', until: '21:00', each: 2 }]]),
    );
    expect(await screen.findByText('Saved.')).toBeVisible();
  });
});
