import {
  alertListSchema,
  caseloadSchema,
  caseloadSearchSchema,
  type Caseload,
  type CaseloadRow,
} from '@courseline/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { aCaseloadRow, aScore } from '../testing/caseload-builder';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';
import { anAlert } from '../testing/session-log-builder';

const path = '/c/:clinic/caseload/search';
const asked: (string | null)[] = [];
beforeEach(() => asked.splice(0));

function open(rows: readonly CaseloadRow[], search = '', total = rows.length) {
  signedInAs({ roles: ['clinician'] });
  fakeApi.route(
    'post',
    path,
    { body: caseloadSearchSchema, response: caseloadSchema },
    ({ body }): Caseload => {
      asked.push(body.text);
      const found = rows.filter(
        ({ familyName }) => body.text === null || familyName.toLowerCase().includes(body.text.toLowerCase()),
      );
      return { today: '2026-11-17', total: body.text === null ? total : found.length, rows: found };
    },
  );
  return renderPage(`/c/harbor/caseload${search}`);
}

const rise: CaseloadRow['attention'] = [
  {
    code: 'rise-from-best',
    urgency: 'review',
    ruleId: 'phq-9-worse-6',
    instrument: 'phq-9',
    from: { date: '2026-10-01', total: 8 },
    to: { date: '2026-11-16', total: 15 },
    points: 7,
    thresholdPoints: 6,
  },
];
const links = () =>
  within(screen.getByRole('table'))
    .getAllByRole('link')
    .map(({ textContent }) => textContent);

describe('the caseload', () => {
  it('puts those who need someone first and says why in words', async () => {
    open([aCaseloadRow(), aCaseloadRow({ familyName: 'Adeyemi', givenName: 'Tunde', attention: rise })]);
    const table = await screen.findByRole('table', { name: /Patients/ });
    expect(links()).toEqual(['! Adeyemi, Tunde', 'Rivera, Ana']);
    expect(table).toHaveTextContent('PHQ-9 15, was 8 at best: worse by 7 (6 or more)');
    const ana = within(table).getByRole('row', { name: /Rivera, Ana/ });
    expect(ana).toHaveTextContent(/Induction, 4 of 6 given.*12, was 17 \(−5\).*some change/);
  });

  it('says in the row itself that an answer to item 9 is open, before anything else', async () => {
    const row = aCaseloadRow({ attention: rise });
    open([row]);
    fakeApi.route('get', '/c/:clinic/alerts', { response: alertListSchema }, () => ({
      alerts: [anAlert({ patientId: row.patientId })],
    }));
    const link = await screen.findByRole('link', { name: 'RISK Rivera, Ana' });
    expect(link.closest('tr')).toHaveTextContent('Item 9 “several days”: nobody yet and 1 more');
  });

  it('says since when a treatment without sessions runs', async () => {
    const { course, ...rest } = aCaseloadRow();
    const ssri = { agent: 'ssri', agentName: 'sertraline', route: 'oral', phase: null, given: 0 } as const;
    open([{ ...rest, course: course && { ...course, ...ssri, planned: null, dayZero: '2026-03-03' } }]);
    const row = await screen.findByRole('row', { name: /Rivera/ });
    expect(row).toHaveTextContent(/sertraline.*, since Mar 3, 2026/);
  });

  it('asks nothing for an administrator, and says in one sentence whom it is for', async () => {
    signedInAs({ roles: ['administrator'] });
    fakeApi.unreachable('get', '/c/:clinic/alerts');
    renderPage('/c/harbor/caseload');
    expect(await screen.findByText(/Nurses, clinicians and directors see the patients/)).toBeVisible();
    expect(screen.queryByText(/could not be loaded/)).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says a form is due and that a score of 0 is a score', async () => {
    const pcl5 = { instrument: 'pcl-5', latest: null, baseline: null, change: null, recent: [], due: true };
    const zero = aScore({ latest: { date: '2026-11-16', total: 0 }, change: -17, recent: [17, 0] });
    open([aCaseloadRow({ scores: [zero, aScore(pcl5)] })]);
    const row = await screen.findByRole('row', { name: /Rivera/ });
    expect(row).toHaveTextContent('0, was 17 (−17)');
    expect(row).toHaveTextContent('due');
  });

  it('moves between patients by arrow keys', async () => {
    const { user } = open([aCaseloadRow({ attention: rise }), aCaseloadRow({ familyName: 'Chen' })]);
    (await screen.findByRole('link', { name: /Rivera/ })).focus();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('link', { name: /Chen/ })).toHaveFocus();
  });

  it('keeps filters and order in the address', async () => {
    const { user, address } = open([aCaseloadRow({ attention: rise }), aCaseloadRow({ familyName: 'Chen' })]);
    await user.click(await screen.findByRole('radio', { name: 'Needs attention 1' }));
    expect(address()).toBe('/c/harbor/caseload?show=attention');
    expect(links()).toEqual(['! Rivera, Ana']);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'By name');
    expect(address()).toBe('/c/harbor/caseload?show=attention&sort=name');
  });

  it('sends what is typed in the body, and never puts a name into the address', async () => {
    const { user, address } = open([aCaseloadRow(), aCaseloadRow({ familyName: 'Chen' })]);
    await user.type(await screen.findByRole('searchbox', { name: /Search by name/ }), 'chen');
    await waitFor(() => expect(links()).toEqual(['Chen, Ana']));
    expect(asked.at(-1)).toBe('chen');
    expect(address()).toBe('/c/harbor/caseload');
  });

  it('says how many were left out: by the limit, and because their course has ended', async () => {
    const { course, ...rest } = aCaseloadRow({ familyName: 'Ended' });
    open([aCaseloadRow(), { ...rest, course: course && { ...course, endedOn: '2026-10-01' } }], '', 700);
    expect(await screen.findByText(/The first 2 of 700 patients/)).toBeVisible();
    expect(screen.getByText(/One patient whose course has ended/)).toBeVisible();
    expect(links()).toEqual(['Rivera, Ana']);
  });

  it('says what will be here and how to make it so', async () => {
    open([]);
    expect(await screen.findByText('Your patients will be here')).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'Register a patient' }).length).toBeGreaterThan(0);
  });

  it('never takes a quiet list for a healthy one', async () => {
    open([aCaseloadRow()], '?show=attention');
    expect(await screen.findByText(/not to say that all is well/)).toBeVisible();
  });

  it('says when the list could not be loaded', async () => {
    signedInAs({ roles: ['clinician'] });
    fakeApi.route('post', path, { body: caseloadSearchSchema, response: caseloadSchema }, () => {
      throw new FakeProblem('unavailable');
    });
    renderPage('/c/harbor/caseload');
    expect(await screen.findByRole('alert')).toBeVisible();
  });
});
