import { lateFormDecisionSchema } from '@courseline/contracts';
import { screen, waitFor } from '@testing-library/react';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { FakeSession } from '../testing/fake-session';
import { atTime } from '../testing/fixed-clock';
import { renderPage } from '../testing/render-page';
import { aSessionLog, sessionId } from '../testing/session-log-builder';

atTime('2026-11-17T20:31:00Z');

const lateForm = {
  id: '01990000-0000-7000-8000-0000000000d1',
  instrument: 'gad-7',
  receivedAt: '2026-11-17T20:14:00.000Z',
} as const;

function aLogPage(offer: Partial<FakeSession['handOver']>) {
  signedInAs({ roles: ['nurse'] });
  const session = new FakeSession(aSessionLog());
  session.handOver = { ...session.handOver, ...offer };
  return { session, ...renderPage(`/c/harbor/sessions/${sessionId}/log`) };
}

it('asks once more before the device is the patient’s, and says why when it may not be', async () => {
  const { user } = aLogPage({ instruments: ['phq-9', 'gad-7'], hindrance: null });
  fakeApi.route('post', `/c/:clinic/sessions/${sessionId}/hand-over`, { response: null }, () => {
    throw new FakeProblem('conflict', { detail: 'The last reading says the patient is sedated.' });
  });
  await user.click(await screen.findByRole('button', { name: 'Hand the tablet to the patient' }));
  expect(await screen.findByText(/It shows only PHQ-9 and GAD-7, and signs you out here/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Hand over' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The last reading says the patient is sedated.');
});

it('keeps the tablet with staff while the patient is dissociated', async () => {
  aLogPage({ instruments: ['phq-9'], hindrance: 'dissociated' });
  expect(await screen.findByText(/The last reading says dissociated/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Hand the tablet to the patient' })).toBeNull();
});

it('shows answers that came too late until someone decides on them', async () => {
  const { user, session } = aLogPage({ lateForms: [lateForm] });
  const decided: unknown[] = [];
  fakeApi.route(
    'post',
    `/c/:clinic/sessions/${sessionId}/hand-over/late-forms/${lateForm.id}`,
    { body: lateFormDecisionSchema, response: null },
    ({ body }) => {
      decided.push(body);
      session.handOver = { ...session.handOver, lateForms: [] };
    },
  );
  expect(await screen.findByText(/was answered on the tablet at 3:14/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Take them in' }));
  await waitFor(() => expect(screen.queryByText(/was answered on the tablet/)).toBeNull());
  expect(decided).toEqual([{ keep: true }]);
});
