import { screen, waitFor, within } from '@testing-library/react';
import {
  earlierSessionsSchema,
  monitoringEntrySchema,
  newMonitoringEntrySchema,
  sessionMonitorSchema,
  type NewMonitoringEntry,
  type SessionMonitor,
} from '@courseline/contracts';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { atTime } from '../testing/fixed-clock';
import { aMonitor, anEntry } from '../testing/monitor-builder';
import { renderPage } from '../testing/render-page';
import { sessionId } from '../testing/session-log-builder';

jest.setTimeout(30_000);
const now = '2026-11-17T20:30:00.000Z';
atTime(now);

const path = `/c/:clinic/sessions/${sessionId}/monitor`;

interface Sent {
  readonly body: NewMonitoringEntry;
  readonly key: string | null;
}

interface Wishes {
  readonly refuses?: boolean;
  readonly role?: 'nurse' | 'director';
}

/** The page on a server that keeps what it is sent. */
async function open(monitor: SessionMonitor, { refuses = false, role = 'nurse' }: Wishes = {}) {
  signedInAs({ roles: [role] });
  const sent: Sent[] = [];
  let kept = monitor;
  fakeApi.route(
    'get',
    `/c/:clinic/sessions/${sessionId}/earlier`,
    { response: earlierSessionsSchema },
    () => earlierSessions,
  );
  fakeApi.route('get', path, { response: sessionMonitorSchema }, () => kept);
  fakeApi.route(
    'post',
    `${path}/entries`,
    { body: newMonitoringEntrySchema, response: monitoringEntrySchema, status: 201 },
    ({ body, headers }) => {
      sent.push({ body, key: headers.get('idempotency-key') });
      if (refuses) throw new FakeProblem('conflict', { detail: 'The dose was started before.' });
      const added = anEntry(900 + sent.length, body.at, body.body, { withdraws: body.withdraws });
      kept = { ...kept, entries: [...kept.entries, added] };
      return added;
    },
  );
  const page = renderPage(`/c/harbor/sessions/${sessionId}/monitor`);
  await screen.findByRole('heading', { name: 'Ana Rivera, session 5 of 6' });
  return { ...page, sent };
}

const earlierSessions = {
  sessions: [
    {
      id: '01990000-0000-7000-8000-0000000000f1',
      onDate: '2026-11-13',
      givenMg: 42,
      infusionMinutes: 40,
      readings: [
        {
          kind: 'blood-pressure' as const,
          moment: 'at-40-minutes' as const,
          at: null,
          minute: 40,
          value: 151,
          diastolic: 93,
        },
      ],
      sideEffects: [],
    },
  ],
};

const before = (systolic: number, diastolic: number) =>
  anEntry(1, '2026-11-17T20:25:00.000Z', {
    kind: 'readings',
    moment: 'before',
    readings: { systolic, diastolic, pulse: 74, spo2: 98 },
  });
const started = (at: string) => anEntry(2, at, { kind: 'dose-started', overrides: [] });

describe('the session room', () => {
  it('takes readings from the number pad, field after field', async () => {
    const { user, sent } = await open(aMonitor(now));
    await user.click(screen.getByRole('button', { name: 'Readings before the dose' }));
    const pad = screen.getByRole('group', { name: 'Number pad' });
    for (const digit of '128827498') await user.click(within(pad).getByRole('button', { name: digit }));
    await user.click(screen.getByRole('radio', { name: '5 awake' }));
    await user.click(screen.getByRole('button', { name: 'Save readings' }));
    const item = await screen.findByText(
      'Readings before the dose: 128/82, pulse 74, SpO₂ 98 %, sedation 5 (awake)',
    );
    expect(item).toBeInTheDocument();
    expect(sent).toEqual([
      {
        key: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
        body: {
          at: now,
          withdraws: null,
          body: {
            kind: 'readings',
            moment: 'before',
            readings: { systolic: 128, diastolic: 82, pulse: 74, spo2: 98, sedation: 5 },
          },
        },
      },
    ]);
  });

  it('sends nothing that cannot be', async () => {
    const { user, sent } = await open(aMonitor(now));
    await user.click(screen.getByRole('button', { name: 'Readings before the dose' }));
    await user.type(screen.getByLabelText(/Upper/), '82');
    await user.type(screen.getByLabelText(/Lower/), '128');
    await user.click(screen.getByRole('button', { name: 'Save readings' }));
    expect(screen.getByText('below the upper')).toBeInTheDocument();
    expect(sent).toEqual([]);
  });

  it('starts the dose over a high blood pressure only with a reason', async () => {
    const { user, sent } = await open(aMonitor(now, [before(150, 84)]));
    await user.click(screen.getByRole('button', { name: 'Start the dose' }));
    expect(screen.getByText(/Blood pressure is 150\/84, above 140\/90/)).toBeInTheDocument();
    const start = screen.getByRole('button', { name: 'Start the dose all the same' });
    await user.click(start);
    expect(sent).toEqual([]);
    await user.type(screen.getByLabelText('Go on all the same, because'), 'Usual at home');
    await user.click(start);
    await screen.findByText('Dose started');
    expect(sent[0]?.body.body).toEqual({
      kind: 'dose-started',
      overrides: [{ rule: 'pre-dose-pressure-above-140-90', reason: 'Usual at home' }],
    });
  });

  it('says what is overdue, and what in a reading needs somebody', async () => {
    const forty = anEntry(3, '2026-11-17T20:29:00.000Z', {
      kind: 'readings',
      moment: 'other',
      readings: { systolic: 186, diastolic: 112 },
    });
    await open(aMonitor(now, [before(128, 82), started('2026-11-17T20:05:00.000Z'), forty]));
    expect(screen.getByText('! Readings at 15 minutes: overdue by 10 min')).toBeInTheDocument();
    expect(screen.getByRole('timer')).toHaveTextContent('25:00');
    expect(screen.getByRole('alert')).toHaveTextContent(/Blood pressure of 180 or more.*186\/112/);
    expect(screen.getByText('Infusion runs, 15 min left of 40')).toBeInTheDocument();
  });

  it('ends a side effect with one touch', async () => {
    const nausea = anEntry(3, '2026-11-17T20:20:00.000Z', {
      kind: 'side-effect',
      code: 'nausea',
      severity: 2,
      reporter: 'patient',
    });
    const { user, sent } = await open(
      aMonitor(now, [before(128, 82), started('2026-11-17T20:10:00.000Z'), nausea]),
    );
    const going = screen.getByRole('list', { name: 'Side effects that are going on' });
    expect(going).toHaveTextContent('Nausea, moderate, for 10 min');
    await user.click(screen.getByRole('button', { name: 'Nausea is over' }));
    expect(await screen.findByText('No side effect is going on.')).toBeInTheDocument();
    expect(sent[0]?.body.body).toEqual({ kind: 'side-effect-ended', code: 'nausea' });
  });

  it('discharges over what is not well only with a reason for each', async () => {
    const end = anEntry(3, '2026-11-17T20:25:00.000Z', {
      kind: 'readings',
      moment: 'end',
      readings: { systolic: 126, diastolic: 80, spo2: 97, sedation: 5, dissociation: 3 },
    });
    const { user, sent } = await open(
      aMonitor(now, [before(128, 82), started('2026-11-17T19:00:00.000Z'), end]),
    );
    await user.click(screen.getByRole('button', { name: 'Discharge' }));
    await user.type(screen.getByLabelText('Who takes the patient home'), 'Her sister');
    await user.click(screen.getByRole('radio', { name: 'Yes, told' }));
    await user.click(screen.getByRole('button', { name: 'Discharge all the same' }));
    expect(sent).toEqual([]);
    expect(screen.getByText(/Dissociation is not resolved \(3 of 10\)/)).toBeInTheDocument();
    await user.type(screen.getByLabelText('Go on all the same, because'), 'As every day');
    await user.click(screen.getByRole('button', { name: 'Discharge all the same' }));
    await screen.findByText(/Discharged, taken home by Her sister/);
    expect(sent[0]?.body.body).toEqual({
      kind: 'discharged',
      escort: 'Her sister',
      toldNotToDrive: true,
      overrides: [{ rule: 'dissociation-resolved', reason: 'As every day' }],
    });
  });

  it('corrects a reading by another entry and shows both', async () => {
    const { user, sent } = await open(aMonitor(now, [before(218, 82)]));
    await user.click(screen.getByRole('button', { name: /^Correct: Readings before the dose/ }));
    const upper = screen.getByLabelText(/Upper/);
    await user.clear(upper);
    await user.type(upper, '128');
    await user.click(screen.getByRole('button', { name: 'Save readings' }));
    await screen.findByText(/corrected by Nadia Brandt/);
    expect(sent[0]?.body).toMatchObject({ withdraws: before(218, 82).id, at: '2026-11-17T20:25:00.000Z' });
    expect(screen.getByText(/218\/82/)).toBeInTheDocument();
  });

  it('tells why an entry was not taken, and keeps it until that was seen', async () => {
    const { user } = await open(aMonitor(now, [before(128, 82)]), { refuses: true });
    await user.click(screen.getByRole('button', { name: 'Start the dose' }));
    await user.click(
      within(screen.getByRole('form', { name: 'Start the dose' })).getByRole('button', {
        name: 'Start the dose',
      }),
    );
    expect(
      await screen.findByText(/Not taken: Dose started\. The dose was started before\./),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Seen' }));
    await waitFor(() => expect(screen.queryByText(/Not taken/)).not.toBeInTheDocument());
  });

  it('is only read by a director, and once it is signed', async () => {
    await open(aMonitor(now, [before(128, 82)]), { role: 'director' });
    expect(screen.queryByRole('button', { name: 'Start the dose' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Take back/ })).not.toBeInTheDocument();
    expect(screen.getByText('Readings before the dose: 128/82, pulse 74, SpO₂ 98 %')).toBeInTheDocument();
  });

  it('draws the minutes, with the sessions before, by keyboard and as a table', async () => {
    const { user } = await open(aMonitor(now, [before(128, 82), started('2026-11-17T20:30:00.000Z')]));
    const chart = await screen.findByRole('application', {
      name: 'The session in minutes: 1 reading, 0 side effects, with 1 earlier session faint behind',
    });
    chart.focus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByText('5 min before: 128/82, pulse 74, SpO₂ 98 %')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Table' }));
    const table = screen.getByRole('table', { name: 'The session in minutes' });
    expect(
      within(table)
        .getAllByRole('row')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'SessionMinuteUpperLowerPulseSpO₂ %Sedation (MOAA/S)Dissociation 0–10What happened',
      'this one-5128827498',
      'Nov 13, 20264015193',
    ]);
  });
});
