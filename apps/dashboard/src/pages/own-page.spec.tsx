import {
  newOwnFormSchema,
  newCheckInNoteSchema,
  ownAnswersSchema,
  ownFormSchema,
  ownOverviewSchema,
  ownSubmissionSchema,
  savedOwnAnswersSchema,
  submittedOwnFormSchema,
  type NewCheckInNote,
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

interface FormOnTheServer {
  form: OwnForm;
  submitted: boolean;
  readonly received: [number | 'difficulty', number | null][];
  readonly notes: NewCheckInNote[];
}

function takesAnswers(server: FormOnTheServer): void {
  fakeApi.route(
    'post',
    '/c/:clinic/me/forms/:form/answers',
    { body: ownAnswersSchema, response: savedOwnAnswersSchema },
    ({ body }) => {
      for (const { sequence, item, answer } of body.answers) {
        if (sequence <= server.received.length) continue;
        server.received.push([item, answer]);
        const answers = server.form.answers.map((each, index) => (index + 1 === item ? answer : each));
        server.form = {
          ...server.form,
          version: server.form.version + 1,
          answers,
          seen: typeof item === 'number' ? Math.max(server.form.seen, item) : server.form.seen,
          difficulty: item === 'difficulty' ? answer : server.form.difficulty,
          showCrisisPage: (answers[8] ?? 0) > 0,
        };
      }
      return { form: server.form, handedIn: false, conflicts: [] };
    },
  );
}

/** A form kept by the fake server: saves answers as the real one does. */
function aFormOnTheServer(): FormOnTheServer {
  const server: FormOnTheServer = {
    form: {
      id: formId,
      instrument: 'phq-9',
      version: 1,
      answers: Array<number | null>(9).fill(null),
      seen: 0,
      difficulty: null,
      showCrisisPage: false,
    },
    submitted: false,
    received: [],
    notes: [],
  };
  fakeApi.route('get', '/c/:clinic/me/overview', { response: ownOverviewSchema }, () =>
    overview(
      server.submitted
        ? { due: [] }
        : {
            due: [
              {
                instrument: 'phq-9',
                formId: server.form.seen > 0 ? formId : null,
                answered: server.form.seen,
                itemCount: 9,
                closesAt: null,
              },
            ],
          },
    ),
  );
  fakeApi.route(
    'post',
    '/c/:clinic/me/forms',
    { body: newOwnFormSchema, response: ownFormSchema },
    () => server.form,
  );
  takesAnswers(server);
  fakeApi.route(
    'post',
    '/c/:clinic/me/forms/:form/submit',
    { body: ownSubmissionSchema, response: submittedOwnFormSchema },
    ({ headers }) => {
      expect(headers.get('if-match')).toBe(`"${server.form.version}"`);
      server.submitted = true;
      return { instrument: 'phq-9' as const, total: 0, showCrisisPage: server.form.showCrisisPage };
    },
  );
  fakeApi.route(
    'post',
    '/c/:clinic/me/check-in-notes',
    { body: newCheckInNoteSchema, response: null },
    ({ body }) => {
      server.notes.push(body);
    },
  );
  return server;
}

describe('a patient’s own page', () => {
  it('says a higher score with care, what is asked today, and whom to call', async () => {
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
    fakeApi.route('get', '/c/:clinic/me/overview', { response: ownOverviewSchema }, () => overview());
    renderPage('/c/harbor/me');
    expect(await screen.findByText(/Your score is higher than when you started \(12, was 9\)/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Start' })).toHaveAttribute('href', '/c/harbor/me/questions');
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

describe('a check-in', () => {
  it('is one question after the other, each kept as it is given, with a way back, and handed in at the end', async () => {
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
    const server = aFormOnTheServer();
    const { user, address } = renderPage('/c/harbor/me');
    await user.click(await screen.findByRole('link', { name: 'Start' }));
    expect(await screen.findByText('1 of 9')).toBeVisible();
    await user.keyboard('2');
    await screen.findByText('2 of 10');
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(await screen.findByRole('button', { name: 'More than half the days' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await user.click(screen.getByRole('button', { name: 'Not at all' }));
    for (let number = 2; number <= 9; number += 1) {
      await screen.findByText(`${number} of 9`);
      await user.click(screen.getByRole('button', { name: 'Not at all' }));
    }
    await user.click(await screen.findByRole('button', { name: 'Send to the clinic' }));
    await user.click(await screen.findByRole('button', { name: 'No, that is all' }));
    expect(await screen.findByRole('heading', { name: 'Thank you' })).toBeVisible();
    await waitFor(() => expect(server.submitted).toBe(true));
    // The mis-tap is in what was sent, in its order.
    expect(server.received.slice(0, 3)).toEqual([
      [1, 2],
      [1, 0],
      [2, 0],
    ]);
    await user.click(screen.getByRole('button', { name: 'To my page' }));
    await waitFor(() => expect(address()).toBe('/c/harbor/me'));
    expect(await screen.findByText(/No questions/)).toBeVisible();
  });

  it('asks how it is right now by numbers, and says which end is good', async () => {
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
    const server = aFormOnTheServer();
    server.form = { ...server.form, instrument: 'right-now', answers: [null, null, null] };
    const { user } = renderPage('/c/harbor/me/questions/right-now');
    expect(await screen.findByRole('heading', { name: 'How is your mood right now?' })).toBeVisible();
    expect(screen.getByText(/0 is as bad as it can be, 10 is as good as it can be\. A higher/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: '10' }));
    expect(await screen.findByText('2 of 3')).toBeVisible();
    expect(screen.getByText(/A lower number is better/)).toBeVisible();
    await user.keyboard('3');
    expect(await screen.findByText('3 of 3')).toBeVisible();
    await waitFor(() => expect(server.form.answers).toEqual([10, 3, null]));
  });

  it('goes on where it stopped', async () => {
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
    const server = aFormOnTheServer();
    server.form = { ...server.form, answers: [1, 0, 3, null, null, null, null, null, null], seen: 4 };
    renderPage('/c/harbor/me/questions');
    expect(await screen.findByText('5 of 10')).toBeVisible();
    expect(screen.getByText('Question 5 of 10')).toBeInTheDocument();
  });

  it('asks what was noticed since the last session, and for a last word, and says who reads it', async () => {
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
    const server = aFormOnTheServer();
    server.form = { ...server.form, answers: [0, 0, 0, 0, 0, 0, 0, 0, 0], seen: 9 };
    const sessionId = '01990000-0000-7000-8000-0000000000cc';
    fakeApi.route('get', '/c/:clinic/me/overview', { response: ownOverviewSchema }, () =>
      overview({
        due: [{ instrument: 'phq-9', formId, answered: 9, itemCount: 9, closesAt: null }],
        lastSession: { sessionId, onDate: '2026-11-13', sideEffects: [], asked: false },
      }),
    );
    const { user } = renderPage('/c/harbor/me/questions');
    await user.click(await screen.findByRole('button', { name: 'Send to the clinic' }));
    await user.click(await screen.findByRole('button', { name: 'No, nothing' }));
    expect(
      await screen.findByText(/Your care team can read this. It is not watched in real time/),
    ).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: 'In your own words' }), ' Slept well. ');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() =>
      expect(server.notes).toMatchObject([
        { sessionId, sideEffects: 'none', note: null },
        { sessionId: null, sideEffects: 'not-asked', note: 'Slept well.' },
      ]),
    );
  });

  it('shows the crisis page at once when item 9 is above zero, and goes on only when asked', async () => {
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
    const server = aFormOnTheServer();
    server.form = { ...server.form, answers: [0, 0, 0, 0, 0, 0, 0, 0, null], seen: 8 };
    const { user } = renderPage('/c/harbor/me/questions/phq-9');
    await user.click(await screen.findByRole('button', { name: 'Several days' }));
    const crisis = await screen.findByRole('alert');
    expect(within(crisis).getByRole('link', { name: 'Call 988' })).toBeVisible();
    await waitFor(() => expect(crisis).toHaveTextContent('Your clinic will see this answer'));
    await user.click(within(crisis).getByRole('button', { name: 'Go on with the questions' }));
    expect(await screen.findByText('10 of 10')).toBeVisible();
  });

  it('goes on without a network, says that nobody has seen item 9, and sends all of it in order later', async () => {
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
    const server = aFormOnTheServer();
    server.form = { ...server.form, answers: [0, 0, 0, 0, 0, 0, 0, null, null], seen: 7 };
    const { user } = renderPage('/c/harbor/me/questions');
    await screen.findByText('8 of 9');
    fakeApi.unreachable('post', '/c/:clinic/me/forms/:form/answers');
    await user.keyboard('1');
    await screen.findByText('9 of 10');
    expect(await screen.findByText(/No network. 1 answer waits here/)).toBeVisible();
    await user.keyboard('3');
    const crisis = await screen.findByRole('alert');
    expect(crisis).toHaveTextContent('Nobody has seen this answer yet');
    expect(within(crisis).getByRole('link', { name: 'Call 988' })).toBeVisible();
    takesAnswers(server);
    window.dispatchEvent(new Event('online'));
    await waitFor(() =>
      expect(server.received).toEqual([
        [8, 1],
        [9, 3],
      ]),
    );
    await waitFor(() => expect(crisis).toHaveTextContent('Your clinic will see this answer'));
  });

  it('shows two answers to one question and lets the person say which is right', async () => {
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
    const server = aFormOnTheServer();
    const met = { ...server.form, version: 5, answers: [3, ...Array<null>(8).fill(null)], seen: 1 };
    const sent: unknown[] = [];
    fakeApi.route(
      'post',
      '/c/:clinic/me/forms/:form/answers',
      { body: ownAnswersSchema, response: savedOwnAnswersSchema },
      ({ body }) => {
        sent.push(body.answers.map(({ sequence, answer, basis }) => [sequence, answer, basis]));
        const [first] = body.answers;
        return first?.sequence === 1
          ? { form: met, handedIn: false, conflicts: [{ sequence: 1, item: 1, here: 0, there: 3 }] }
          : { form: { ...met, version: 6 }, handedIn: false, conflicts: [] };
      },
    );
    const { user } = renderPage('/c/harbor/me/questions');
    await user.click(await screen.findByRole('button', { name: 'Not at all' }));
    expect(await screen.findByRole('heading', { name: 'Two answers to the same question' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'On the other device: Nearly every day' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Here: Not at all' }));
    await waitFor(() => expect(sent).toEqual([[[1, 0, 0]], [[2, 0, 5]]]));
    expect(await screen.findByText('2 of 10')).toBeVisible();
  });

  it('is in Spanish around questions that stay in their own words', async () => {
    localStorage.setItem('courseline.language', 'es');
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId });
    aFormOnTheServer();
    renderPage('/c/harbor/me/questions');
    expect(await screen.findByText('1 de 9')).toBeVisible();
    expect(document.documentElement.lang).toBe('es');
    expect(screen.getByRole('heading', { level: 1 }).closest('[lang]')).toHaveAttribute('lang', 'en');
    expect(screen.getByText(/Estas preguntas están en inglés/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Prefiero no responder' })).toBeVisible();
  });
});
