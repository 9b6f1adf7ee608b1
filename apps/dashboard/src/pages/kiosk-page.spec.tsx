import {
  kioskAnswersSchema,
  kioskReturnedSchema,
  kioskReturnSchema,
  kioskSavedSchema,
  kioskSchema,
  type Kiosk,
  type KioskAnswers,
} from '@courseline/contracts';
import { screen } from '@testing-library/react';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';

const kiosk: Kiosk = {
  initials: 'A. R.',
  clinicName: 'Harbor Clinic',
  clinicPhone: '555-0142',
  openingHours: 'Mon-Fri 8-18',
  locale: 'en-US',
  timeZone: 'America/New_York',
  crisisLines: [{ name: 'Lifeline', phone: '988', textTo: null, textWord: null, hours: null }],
  expiresAt: '2026-11-17T20:51:00.000Z',
  instruments: ['phq-9', 'gad-7'],
};

function aTablet() {
  const saves: (KioskAnswers & { instrument: string })[] = [];
  let left = [...kiosk.instruments];
  fakeApi.route('get', '/kiosk', { response: kioskSchema }, () => kiosk);
  fakeApi.route(
    'put',
    '/kiosk/forms/:instrument',
    { body: kioskAnswersSchema, response: kioskSavedSchema },
    ({ body, params }) => {
      const instrument = String(params['instrument']);
      saves.push({ ...body, instrument });
      if (body.done) left = left.filter((each) => each !== instrument);
      return { state: body.done ? ('handed-in' as const) : ('saved' as const), instruments: left };
    },
  );
  return { saves, ...renderPage('/kiosk') };
}

it('asks the forms one after another, sends every answer with those before it, and ends with thanks', async () => {
  const { user, saves } = aTablet();
  expect(await screen.findByRole('heading', { name: 'Questions for A. R.' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Start' }));
  for (let item = 1; item <= 9; item += 1)
    await user.click(screen.getByRole('button', { name: 'Not at all' }));
  expect(saves.map(({ seen }) => seen)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(saves[2]?.answers).toEqual([0, 0, 0, null, null, null, null, null, null]);
  await user.click(screen.getByRole('button', { name: 'Send to the clinic' }));
  for (let item = 1; item <= 7; item += 1) {
    await user.click(await screen.findByRole('button', { name: 'Several days' }));
  }
  await user.click(screen.getByRole('button', { name: 'Send to the clinic' }));
  expect(await screen.findByRole('heading', { name: 'Thank you' })).toBeVisible();
  expect(saves.filter(({ done }) => done).map(({ instrument, answers }) => [instrument, answers])).toEqual([
    ['phq-9', [0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['gad-7', [1, 1, 1, 1, 1, 1, 1]],
  ]);
});

it('sends to the nurse first when an answer speaks of harm, with the numbers below', async () => {
  const { user } = aTablet();
  await user.click(await screen.findByRole('button', { name: 'Start' }));
  for (let item = 1; item <= 8; item += 1)
    await user.click(screen.getByRole('button', { name: 'Not at all' }));
  await user.click(screen.getByRole('button', { name: 'Nearly every day' }));
  expect(screen.getByRole('heading', { name: 'Please tell your nurse now' })).toHaveFocus();
  expect(screen.getAllByRole('link', { name: 'Call 988' })[0]).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Go on with the questions' }));
  expect(screen.getByText(/how difficult/)).toBeVisible();
});

it('goes on when an answer cannot be sent, and sends it with the next', async () => {
  const { user } = aTablet();
  await user.click(await screen.findByRole('button', { name: 'Start' }));
  fakeApi.unreachable('put', '/kiosk/forms/:instrument');
  await user.click(screen.getByRole('button', { name: 'Not at all' }));
  expect(await screen.findByText(/Your answers are still here/)).toBeVisible();
  expect(screen.getByText('Question 2 of 9')).toBeVisible();
});

it('gives nothing away once the tablet is no longer handed over, and asks staff for their password', async () => {
  fakeApi.route('get', '/kiosk', { response: kioskSchema }, () => {
    throw new FakeProblem('not-signed-in');
  });
  fakeApi.route('post', '/kiosk/return', { body: kioskReturnSchema, response: kioskReturnedSchema }, () => {
    throw new FakeProblem('sign-in-refused');
  });
  const { user, address } = renderPage('/kiosk');
  expect(await screen.findByRole('heading', { name: 'Thank you' })).toBeVisible();
  expect(address()).toBe('/kiosk');
  await user.click(screen.getByRole('button', { name: 'For staff: take the tablet back' }));
  await user.type(screen.getByLabelText('Your password'), 'not the right one');
  await user.click(screen.getByRole('button', { name: 'Take back' }));
  expect(await screen.findByText(/not the password of the person who handed it over/)).toBeVisible();
});
