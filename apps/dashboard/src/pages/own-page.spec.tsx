import {
  newOwnFormSchema,
  ownAnswerSchema,
  ownFormSchema,
  ownOverviewSchema,
  submittedOwnFormSchema,
  type OwnForm,
  type OwnOverview,
} from '@courseline/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';

const patientId = '01990000-0000-7000-8000-0000000000aa';
const formId = '01990000-0000-7000-8000-0000000000bb';

const overview = (change: Partial<OwnOverview> = {}): OwnOverview => ({
  givenName: 'Ana',
  since: '2026-11-02',
  instruments: [
    {
      instrument: 'phq-9',
      highest: 27,
      first: { onDate: '2026-11-02', at: null, total: 9, status: 'complete' },
      latest: { onDate: '2026-11-17', at: null, total: 12, status: 'complete' },
      change: 3,
      beyondMeasurementError: false,
      noticeable: false,
      points: [
        { onDate: '2026-11-02', at: null, total: 9, status: 'complete' },
        { onDate: '2026-11-17', at: null, total: 12, status: 'complete' },
      ],
    },
  ],
  due: [{ instrument: 'phq-9', formId: null, answered: 0, itemCount: 9, closesAt: null }],
  nextQuestions: null,
  upcoming: [],
  lastSession: null,
  crisisLines: [],
  riskAnswer: null,
  clinicPhone: null,
  openingHours: null,
  ...change,
});

/** A form kept by the fake server: saves answers as the real one does. */
function aFormOnTheServer(): { form: OwnForm; submitted: boolean } {
  const server = {
    form: {
      id: formId,
      instrument: 'phq-9',
      version: 1,
      answers: Array<number | null>(9).fill(null),
      seen: 0,
      difficulty: null,
      showCrisisPage: false,
    } as OwnForm,
    submitted: false,
  };
  fakeApi.route('get', '/c/:clinic/me/overview', { response: ownOverviewSchema }, () =>
    overview(server.submitted ? { due: [] } : {}),
  );
  fakeApi.route(
    'post',
    '/c/:clinic/me/forms',
    { body: newOwnFormSchema, response: ownFormSchema },
    () => server.form,
  );
  fakeApi.route(
    'patch',
    '/c/:clinic/me/forms/:form',
    { body: ownAnswerSchema, response: ownFormSchema },
    ({ body, headers }) => {
      expect(headers.get('if-match')).toBe(`"${server.form.version}"`);
      const answers = server.form.answers.map((answer, index) =>
        index + 1 === body.item ? body.answer : answer,
      );
      server.form = {
        ...server.form,
        version: server.form.version + 1,
        answers,
        seen: typeof body.item === 'number' ? Math.max(server.form.seen, body.item) : server.form.seen,
        difficulty: body.item === 'difficulty' ? body.answer : server.form.difficulty,
        showCrisisPage: (answers[8] ?? 0) > 0,
      };
      return server.form;
    },
  );
  fakeApi.route('post', '/c/:clinic/me/forms/:form/submit', { response: submittedOwnFormSchema }, () => {
    server.submitted = true;
    return { instrument: 'phq-9' as const, total: 0, showCrisisPage: server.form.showCrisisPage };
  });
  return server;
}

describe('a patient’s own page', () => {
  it('says a higher score with care, what is asked today, and whom to call', async () => {
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
    fakeApi.route('get', '/c/:clinic/me/overview', { response: ownOverviewSchema }, () => overview());
    renderPage('/c/harbor/me');
    expect(await screen.findByText(/Your score is higher than when you started \(12, was 9\)/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Start' })).toHaveAttribute(
      'href',
      '/c/harbor/me/questions/phq-9',
    );
    expect(screen.getByRole('link', { name: 'Call 988' })).toHaveAttribute('href', 'tel:988');
    expect(screen.getByRole('link', { name: 'Text 988' })).toHaveAttribute('href', 'sms:988');
    expect(screen.getByText(/not watched in real time/)).toBeVisible();
    expect(screen.queryByText(/severe|moderate/i)).not.toBeInTheDocument();
  });

  it('puts the crisis lines first after an answer to item 9 above 0, once', async () => {
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
    fakeApi.route('get', '/c/:clinic/me/overview', { response: ownOverviewSchema }, () =>
      overview({ riskAnswer: { onDate: '2026-11-17', at: null } }),
    );
    renderPage('/c/harbor/me');
    const told = await screen.findByText(/You told us \(.*\) that .* The clinic has been told/);
    const [first] = screen.getAllByRole('heading', { level: 2 });
    expect(first).toHaveTextContent('You do not have to be alone with this');
    expect(told).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'Call 988' })).toHaveLength(1);
  });

  it('puts the clinic’s number beside a large rise', async () => {
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
    const [phq9] = overview().instruments;
    if (phq9 === undefined) throw new Error('the overview has its score');
    fakeApi.route('get', '/c/:clinic/me/overview', { response: ownOverviewSchema }, () =>
      overview({
        instruments: [{ ...phq9, change: 15, beyondMeasurementError: true, noticeable: true }],
        clinicPhone: '555 0100',
      }),
    );
    renderPage('/c/harbor/me');
    expect(await screen.findByText(/call the clinic today/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Call 555 0100' })).toHaveAttribute('href', 'tel:5550100');
  });

  it('labels what the change is measured from, and begins the line there', async () => {
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
    const at = (onDate: string, total: number) => ({ onDate, at: null, total, status: 'complete' as const });
    const first = at('2026-11-09', 17);
    const latest = at('2026-11-17', 12);
    const [phq9] = overview().instruments;
    if (phq9 === undefined) throw new Error('the overview has its score');
    fakeApi.route('get', '/c/:clinic/me/overview', { response: ownOverviewSchema }, () =>
      overview({
        since: '2026-11-09',
        instruments: [
          {
            ...phq9,
            first,
            latest,
            change: -5,
            noticeable: true,
            points: [at('2026-11-01', 14), first, latest],
          },
        ],
      }),
    );
    const { user } = renderPage('/c/harbor/me');
    const chart = await screen.findByRole('img', { name: /2 answers since Nov 9, 2026/ });
    expect([...chart.querySelectorAll('text')].map((label) => label.textContent)).toEqual(['17', '12']);
    await user.click(screen.getByText('All my answers as numbers'));
    expect(screen.getByRole('cell', { name: 'Nov 1, 2026' })).toBeVisible();
  });

  it('says what comes next and from when, while nothing is asked', async () => {
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
    fakeApi.route('get', '/c/:clinic/me/overview', { response: ownOverviewSchema }, () =>
      overview({
        due: [],
        nextQuestions: { instruments: ['right-now'], from: '2026-11-17T22:30:00.000Z' },
      }),
    );
    renderPage('/c/harbor/me');
    expect(await screen.findByText(/The next ones, about how you are right now, open .*\./)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Start' })).not.toBeInTheDocument();
  });

  it('has its numbers in a table as well', async () => {
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
    fakeApi.route('get', '/c/:clinic/me/overview', { response: ownOverviewSchema }, () => overview());
    const { user } = renderPage('/c/harbor/me');
    await user.click(await screen.findByText('All my answers as numbers'));
    const table = screen.getByRole('table', { name: 'Depression score' });
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map((row) => row.textContent),
    ).toEqual(['Nov 17, 202612', 'Nov 2, 20269']);
  });

  it('keeps the crisis lines on the page when the record cannot be read', async () => {
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
    fakeApi.unreachable('get', '/c/:clinic/me/overview');
    renderPage('/c/harbor/me');
    expect(await screen.findByText('The server cannot be reached.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Call 988' })).toBeVisible();
  });
});

describe('a patient who came by a link', () => {
  it('sees what is asked, and no scores', async () => {
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId, byCheckIn: true });
    fakeApi.route('get', '/c/:clinic/me/overview', { response: ownOverviewSchema }, () =>
      overview({ instruments: [], since: null }),
    );
    renderPage('/c/harbor/me');
    expect(await screen.findByRole('link', { name: 'Start' })).toBeVisible();
    expect(screen.getByText(/a link, which shows no scores/)).toBeVisible();
    expect(screen.queryByText(/Lower scores mean/)).not.toBeInTheDocument();
  });
});

describe('answering questions', () => {
  it('asks how it is right now by numbers, and says which end is good', async () => {
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
    const server = aFormOnTheServer();
    server.form = { ...server.form, instrument: 'right-now', answers: [null, null, null] };
    const { user } = renderPage('/c/harbor/me/questions/right-now');
    expect(await screen.findByRole('heading', { name: 'How is your mood right now?' })).toBeVisible();
    expect(screen.getByText(/0 is as bad as it can be, 10 is as good as it can be\. A higher/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: '10' }));
    expect(await screen.findByText('Question 2 of 3')).toBeVisible();
    expect(screen.getByText(/A lower number is better/)).toBeVisible();
    await user.keyboard('3');
    expect(await screen.findByText('Question 3 of 3')).toBeVisible();
    expect(server.form.answers).toEqual([10, 3, null]);
  });

  it('saves each answer, goes back to change one, and hands the form in', async () => {
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
    const server = aFormOnTheServer();
    const { user } = renderPage('/c/harbor/me/questions/phq-9');
    expect(await screen.findByText('Question 1 of 9')).toBeVisible();
    await user.keyboard('2');
    await screen.findByText('Question 2 of 10');
    await user.click(screen.getByRole('button', { name: 'Back' }));
    await user.click(await screen.findByRole('button', { name: 'Not at all' }));
    await screen.findByText('Question 2 of 9');
    for (let number = 2; number <= 9; number += 1) {
      await user.click(await screen.findByRole('button', { name: 'Not at all' }));
      await waitFor(() => expect(server.form.seen).toBe(number));
    }
    await user.click(await screen.findByRole('button', { name: 'Send to the clinic' }));
    expect(await screen.findByText('Thank you')).toBeVisible();
    expect(server.form.answers).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('shows the crisis page at once when item 9 is above zero, and goes on only when asked', async () => {
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
    const server = aFormOnTheServer();
    server.form = { ...server.form, answers: [0, 0, 0, 0, 0, 0, 0, 0, null], seen: 8 };
    const { user } = renderPage('/c/harbor/me/questions/phq-9');
    await user.click(await screen.findByRole('button', { name: 'Several days' }));
    const crisis = await screen.findByRole('alert');
    expect(within(crisis).getByRole('link', { name: 'Call 988' })).toBeVisible();
    await user.click(within(crisis).getByRole('button', { name: 'Go on with the questions' }));
    expect(await screen.findByText('Question 10 of 10')).toBeVisible();
  });

  it('keeps the question and says so when an answer cannot be saved', async () => {
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
    aFormOnTheServer();
    fakeApi.unreachable('patch', '/c/:clinic/me/forms/:form');
    const { user } = renderPage('/c/harbor/me/questions/phq-9');
    await user.click(await screen.findByRole('button', { name: 'Nearly every day' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The server cannot be reached.');
    expect(screen.getByText('Question 1 of 9')).toBeVisible();
  });
});
