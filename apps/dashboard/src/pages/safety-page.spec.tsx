import {
  alertResolutionSchema,
  alertSchema,
  careTeamSchema,
  newDispositionSchema,
  resolvedAlertsSchema,
  safetySummarySchema,
  unreadResultsSchema,
  worklistAlertSchema,
  worklistSchema,
  type AlertResolution,
  type NewDisposition,
  type Role,
  type WorklistAlert,
} from '@courseline/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';
import { anAlert } from '../testing/session-log-builder';
import { aWorklistAlert } from '../testing/worklist-builder';

const rise: Partial<WorklistAlert> = {
  id: '01990000-0000-7000-8000-0000000000e2',
  patientName: 'Adeyemi, Tunde',
  rule: 'phq-9-rise',
  title: 'PHQ-9 risen',
  level: 'amber',
  way: 'staff',
  facts: { kind: 'score', instrument: 'phq-9', total: 18, from: 12, comparedWith: 'baseline' },
};

function open(alerts: readonly WorklistAlert[], roles: readonly Role[] = ['clinician']) {
  signedInAs({ roles });
  let shown = [...alerts];
  const asked: string[] = [];
  fakeApi.route('get', '/c/:clinic/safety/alerts', { response: worklistSchema }, () => ({ alerts: shown }));
  fakeApi.route('get', '/c/:clinic/safety/summary', { response: safetySummarySchema }, () => ({
    unresolved: shown.length,
    openRed: shown.filter(({ level, state }) => level === 'red' && state === 'open').length,
    unread: 0,
  }));
  fakeApi.route('get', '/c/:clinic/safety/unread', { response: unreadResultsSchema }, () => ({
    results: [
      {
        assessmentId: '01990000-0000-7000-8000-0000000000d7',
        patientId: '01990000-0000-7000-8000-0000000000a2',
        patientName: 'Chen, Wei',
        instrument: 'gad-7' as const,
        total: 0,
        sentAt: '2026-11-17T13:00:00Z',
      },
    ],
    count: 1,
  }));
  fakeApi.route('get', '/c/:clinic/safety/resolved', { response: resolvedAlertsSchema }, ({ query }) => {
    asked.push(`${query.get('from') ?? ''} ${query.get('to') ?? ''}`);
    return { alerts: [], count: 0 };
  });
  fakeApi.route('get', '/c/:clinic/patients/:patient/care-team', { response: careTeamSchema }, () => ({
    entries: [],
  }));
  return { asked, show: (next: readonly WorklistAlert[]) => (shown = [...next]) };
}

describe('the safety page', () => {
  it('shows what is open with what was found and whose it is, and the count in the bar', async () => {
    open([aWorklistAlert(), aWorklistAlert(rise)]);
    renderPage('/c/harbor/safety');
    const list = await screen.findByRole('list', { name: 'Open alerts' });
    const rows = within(list).getAllByRole('listitem');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toHaveTextContent('RISK');
    expect(rows[0]).toHaveTextContent('item 9 “several days”');
    expect(rows[0]).toHaveTextContent('nobody yet');
    expect(rows[1]).not.toHaveTextContent('RISK');
    expect(rows[1]).toHaveTextContent('PHQ-9 18, was 12 (+6) at the baseline');
    expect(await screen.findByRole('link', { name: 'Safety 2 open alerts' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    expect(screen.getByRole('link', { name: 'Chen, Wei' })).toHaveAttribute(
      'href',
      '/c/harbor/forms/01990000-0000-7000-8000-0000000000d7',
    );
  });

  it('takes an alert on with one press, which puts it among those taken on', async () => {
    const api = open([aWorklistAlert()], ['nurse']);
    fakeApi.route(
      'post',
      '/c/:clinic/safety/alerts/:alert/acknowledge',
      { response: worklistAlertSchema },
      () => {
        const taken = aWorklistAlert({
          state: 'acknowledged',
          owner: { accountId: '01990000-0000-7000-8000-000000000002', name: 'N. Brandt' },
        });
        api.show([taken]);
        return taken;
      },
    );
    const { user } = renderPage('/c/harbor/safety');
    await user.click(
      await screen.findByRole('button', { name: /^Take it on.*Item 9 above 0, Rivera, Ana$/ }),
    );
    const taken = await screen.findByRole('list', { name: 'Alerts taken on' });
    expect(taken).toHaveTextContent('N. Brandt');
    expect(screen.queryByRole('list', { name: 'Open alerts' })).not.toBeInTheDocument();
    expect(screen.getByText(/never means that nobody is at risk/)).toBeInTheDocument();
  });

  it('says that somebody was faster', async () => {
    open([aWorklistAlert()]);
    fakeApi.route(
      'post',
      '/c/:clinic/safety/alerts/:alert/acknowledge',
      { response: worklistAlertSchema },
      () => {
        throw new FakeProblem('conflict', { detail: 'This alert was taken on already by N. Brandt.' });
      },
    );
    const { user } = renderPage('/c/harbor/safety');
    await user.click(await screen.findByRole('button', { name: /^Take it on/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('taken on already by N. Brandt');
  });

  it('asks of item 9 what is always asked, and records it', async () => {
    const sent: NewDisposition[] = [];
    open([aWorklistAlert()]);
    fakeApi.route(
      'post',
      '/c/:clinic/alerts/:alert/dispositions',
      { body: newDispositionSchema, response: alertSchema, status: 201 },
      ({ body }) => {
        sent.push(body);
        return anAlert({ open: false });
      },
    );
    const { user } = renderPage('/c/harbor/safety');
    await user.click(await screen.findByRole('button', { name: /^Record what was done/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Rivera, Ana: Item 9 above 0' });
    expect(dialog).toHaveTextContent('See the person in the same visit.');
    await user.click(within(dialog).getByRole('radio', { name: /^1/ }));
    await user.click(within(dialog).getByRole('radio', { name: /Yes/ }));
    await user.click(within(dialog).getByRole('radio', { name: /Seen the same day/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Record' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent).toMatchObject([{ cssrsLevel: 1, safetyPlanReviewed: true, decision: 'seen-same-day' }]);
  });

  it('records what was done about any other rule, a note where that is all there is to say', async () => {
    const sent: AlertResolution[] = [];
    const api = open([aWorklistAlert(rise)]);
    fakeApi.route(
      'post',
      '/c/:clinic/safety/alerts/:alert/resolve',
      { body: alertResolutionSchema, response: worklistAlertSchema },
      ({ body }) => {
        sent.push(body);
        api.show([]);
        return aWorklistAlert({ ...rise, state: 'resolved' });
      },
    );
    const { user } = renderPage('/c/harbor/safety');
    await user.click(await screen.findByRole('button', { name: /^Record what was done/ }));
    const dialog = await screen.findByRole('dialog');
    const record = within(dialog).getByRole('button', { name: 'Record and resolve' });
    await user.click(record);
    expect(within(dialog).getByRole('alert')).toHaveTextContent('Say what was done.');
    await user.click(within(dialog).getByRole('radio', { name: 'Other' }));
    await user.click(record);
    expect(within(dialog).getByRole('alert')).toHaveTextContent('Say in a note what was done.');
    await user.type(within(dialog).getByRole('textbox', { name: 'Note' }), 'Called her sister.');
    await user.click(record);
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent).toEqual([{ outcome: 'other', note: 'Called her sister.' }]);
  });

  it('looks for resolved alerts in the days that the address names', async () => {
    const { asked } = open([]);
    renderPage('/c/harbor/safety?from=2026-09-01&to=2026-09-30');
    expect(await screen.findByText('No alert was resolved in this period')).toBeInTheDocument();
    expect(asked).toEqual(['2026-09-01 2026-09-30']);
    expect(screen.getByLabelText('Resolved from')).toHaveValue('2026-09-01');
  });

  it('is not for administrators and patients', async () => {
    signedInAs({ roles: ['administrator'] });
    renderPage('/c/harbor/safety');
    expect(await screen.findByText('Not for your role')).toBeInTheDocument();
  });
});
