import { screen, waitFor, within } from '@testing-library/react';
import {
  draftChangesSchema,
  sessionDetailSchema,
  sessionDraftSchema,
  signingSchema,
} from '@courseline/contracts';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { FakeSession, nurse } from '../testing/fake-session';
import { atTime } from '../testing/fixed-clock';
import { renderPage } from '../testing/render-page';
import { aSessionDetail, aSessionLog, sessionId } from '../testing/session-log-builder';

jest.setTimeout(30_000);
atTime('2026-11-17T20:31:00Z');

const address = `/c/harbor/sessions/${sessionId}/log`;
const noForms = aSessionLog().instruments.map((logged) => ({ ...logged, due: false, dueBecause: null }));
const dose = [{ path: 'dose', value: { givenMg: 42, asOrdered: true } }];

async function open(prepare: (session: FakeSession) => void = () => undefined) {
  signedInAs({ roles: ['clinician'] });
  const session = new FakeSession(aSessionLog({ instruments: noForms }));
  prepare(session);
  const page = renderPage(address);
  await screen.findByRole('heading', { name: 'Session 5 of 6' });
  const bar = () => screen.getByRole('region', { name: 'Signing' });
  return { ...page, session, bar };
}

describe('the shared draft', () => {
  it('says when it was saved and whose entries are in it', async () => {
    const { user, bar } = await open((session) => session.enter(dose, nurse));
    expect(bar()).toHaveTextContent('draft saved 3:31 PM, N. Brandt');
    await user.keyboard('128/82{Enter}');
    await waitFor(() => expect(bar()).toHaveTextContent('draft saved 3:31 PM, N. Brandt and you'));
  });

  it('keeps both sides when two fill it in at once, and says which field the other had entered', async () => {
    const { user, session, bar } = await open();
    session.enter(
      [
        { path: 'vitals/before/systolic', value: 150 },
        { path: 'vitals/before/diastolic', value: 95 },
        { path: 'vitals/before/spo2', value: 97 },
      ],
      nurse,
    );
    await user.keyboard('128/82{Enter}');
    await screen.findByText(
      /N\. Brandt had entered 150 for upper blood pressure, before; yours, 128, stands/,
    );
    expect(bar()).toHaveTextContent('N. Brandt entered meanwhile: SpO₂, before');
    await waitFor(() =>
      expect(session.values()).toMatchObject({ 'vitals/before/systolic': 128, 'vitals/before/spo2': 97 }),
    );
    await user.click(screen.getByRole('button', { name: 'Take 150' }));
    await waitFor(() => expect(session.values()['vitals/before/systolic']).toBe(150));
  });

  it('keeps what is typed while the server is away, and saves it when asked again', async () => {
    const { user, session, bar } = await open();
    fakeApi.unreachable('patch', `/c/:clinic/sessions/${sessionId}/draft`);
    await user.keyboard('128/82{Enter}');
    await waitFor(() => expect(bar()).toHaveTextContent('3 entries are not saved yet, and kept here'));
    const unload = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(unload);
    expect(unload.defaultPrevented).toBe(true);

    const back = new FakeSession(session.log);
    await user.click(within(bar()).getByRole('button', { name: 'Save now' }));
    await waitFor(() => expect(back.values()['vitals/before/systolic']).toBe(128));
    expect(bar()).toHaveTextContent('draft saved 3:31 PM, you');
  });

  it('asks before it is left with something unsaved', async () => {
    const { user } = await open();
    fakeApi.unreachable('patch', `/c/:clinic/sessions/${sessionId}/draft`);
    await user.keyboard('128/82{Enter}');
    await user.click(screen.getByRole('link', { name: 'Ana Rivera' }));
    await screen.findByRole('dialog', { name: 'Leave without saving 3 entries?' });
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.getByRole('textbox', { name: 'BP' })).toHaveValue('128/82');
  });

  it('shows at its field what the server does not take, and saves the rest', async () => {
    const { user, session } = await open();
    let refuses = true;
    fakeApi.route(
      'patch',
      `/c/:clinic/sessions/${sessionId}/draft`,
      { response: sessionDraftSchema, body: draftChangesSchema },
      ({ body }) => {
        const { changes } = body;
        const at = changes.findIndex(({ path }) => path === 'vitals/before/pulse');
        if (refuses && at !== -1) {
          refuses = false;
          throw new FakeProblem('invalid-request', {
            errors: [{ pointer: `/changes/${at}/value`, detail: 'Not a pulse.' }],
          });
        }
        return session.enter(changes, { id: '01990000-0000-7000-8000-000000000002', name: 'Dr Okafor' });
      },
    );
    await user.keyboard('128/82{Enter}74{Enter}');
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Pulse' })).toHaveAccessibleDescription('Not a pulse.'),
    );
    await waitFor(() => expect(session.values()['vitals/before/systolic']).toBe(128));
    expect(session.values()).not.toHaveProperty('vitals/before/pulse');
  });
});

describe('signing', () => {
  it('goes to what stands in its way instead', async () => {
    const { user, session } = await open();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByRole('textbox', { name: /^Given/ })).toHaveFocus();
    expect(session.requests).not.toContain('POST sign');
  });

  it('takes along what was typed last, and asks about what is missing', async () => {
    const {
      user,
      session,
      address: at,
    } = await open((prepared) => {
      prepared.enter(dose, nurse);
      prepared.detail = aSessionDetail();
    });
    await user.click(screen.getByRole('textbox', { name: /^over/ }));
    await user.keyboard('45{Control>}{Enter}{/Control}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Sign with something missing?' }));
    expect(dialog.getByText(/weight, vitals before the dose/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Sign' }));
    await waitFor(() => expect(at()).toBe(`/c/harbor/sessions/${sessionId}`));
    expect(session.values()['infusion-minutes']).toBe(45);
    expect(session.requests.filter((request) => request !== 'GET log')).toEqual(['PATCH draft', 'POST sign']);
  });

  it('says why the server did not sign, and stays', async () => {
    const { user, bar } = await open((session) => session.enter(dose, nurse));
    fakeApi.route(
      'post',
      `/c/:clinic/sessions/${sessionId}/sign`,
      { body: signingSchema, response: sessionDetailSchema },
      () => {
        throw new FakeProblem('rule-violated', {
          errors: [{ pointer: '/fields/answers/phq-9/9', detail: 'Record what was done first.' }],
        });
      },
    );
    await user.click(within(bar()).getByRole('button', { name: /^Sign/ }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Sign' }));
    await waitFor(() => expect(bar()).toHaveTextContent('Not stored: Record what was done first.'));
  });

  it('is not offered for a session that was cancelled', async () => {
    signedInAs({ roles: ['clinician'] });
    new FakeSession(aSessionLog({ session: { state: 'cancelled' } }));
    renderPage(address);
    expect(await screen.findByRole('heading', { name: 'This session was cancelled.' })).toBeInTheDocument();
  });
});
