import { cohortSummarySchema, fixableSchemaList, type Fixable } from '@courseline/contracts';
import { screen, within } from '@testing-library/react';
import { aCohort, nothingToFix } from '../testing/cohort-builder';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';
import { anaId } from '../testing/trajectory-builder';

function open({
  fixable = nothingToFix(),
  address = '/c/harbor/outcomes',
}: { fixable?: Fixable; address?: string } = {}) {
  signedInAs({ roles: ['director'] });
  fakeApi.route('get', '/c/:clinic/outcomes/cohort', { response: cohortSummarySchema }, () => aCohort());
  fakeApi.route('get', '/c/:clinic/outcomes/fixable', { response: fixableSchemaList }, () => fixable);
  return renderPage(address);
}

const peopleOf = (name: string | RegExp, within_: HTMLElement) =>
  new URL(within(within_).getByRole('link', { name }).getAttribute('href') ?? '', 'http://x').searchParams;

describe('the outcomes of a clinic', () => {
  it('stand under who was treated, measured and eligible, at both endpoints', async () => {
    open();
    const induction = await screen.findByRole('table', { name: 'Rates at the end of induction' });
    expect(
      screen.getByText('5 of 9 eligible courses with follow-up responded (56 %, 46 to 66).'),
    ).toBeVisible();
    expect(
      screen.getByText('4 of 9 eligible courses with follow-up responded (44 %, 34 to 54).'),
    ).toBeVisible();
    expect(within(induction).getByRole('row', { name: /Response/ })).toHaveTextContent(
      'At least 50 % below baseline.',
    );
    expect(screen.getAllByRole('link', { name: '12 courses treated' })).toHaveLength(2);
  });

  it('open each number to those in it, and to the others', async () => {
    open();
    const induction = await screen.findByRole('table', { name: 'Rates at the end of induction' });
    const responders = peopleOf('5 of 9 (56 %, 46 to 66)', induction);
    expect(Object.fromEntries(responders)).toEqual({
      instrument: 'phq-9',
      endpoint: 'end-of-induction',
      count: 'response',
      part: 'with',
    });
    const response = within(induction).getByRole('row', { name: /Response/ });
    expect(peopleOf('the other 4', response).get('part')).toBe('without');
    expect(within(induction).getByText('0 of 10 (0 %, 0 to 10)')).toBeVisible();
    expect(within(induction).queryByRole('link', { name: /^0 of 10/ })).toBeNull();
  });

  it('are chosen for the groups by rate and by endpoint, and the address keeps the choice', async () => {
    const { user, address } = open();
    const byTreatment = await screen.findByRole('table', { name: 'Response by treatment' });
    expect(Object.fromEntries(peopleOf('4 of 9 (44 %, 34 to 54)', byTreatment))).toMatchObject({
      agent: 'ketamine',
      route: 'iv',
      endpoint: 'last-recorded',
    });
    await user.click(screen.getByRole('radio', { name: 'Remission' }));
    await user.click(screen.getByRole('radio', { name: 'At the end of induction' }));
    const byPeriod = await screen.findByRole('table', { name: 'Remission by period' });
    expect(Object.fromEntries(peopleOf(/^2 of 9/, byPeriod))).toMatchObject({
      from: '2026-01-01',
      to: '2026-03-31',
      endpoint: 'end-of-induction',
      count: 'remission',
    });
    await user.click(screen.getByRole('radio', { name: 'GAD-7' }));
    expect(new URL(address(), 'http://x').search).toBe(
      '?rate=remission&at=end-of-induction&instrument=gad-7',
    );
  });

  it('open side effects and the rules of Talking Therapies to their people too', async () => {
    open();
    const effects = await screen.findByRole('table', { name: 'Side effects' });
    expect(Object.fromEntries(peopleOf(/^7 of 11/, effects))).toMatchObject({
      count: 'sideEffect',
      code: 'nausea',
    });
    const therapies = screen.getByRole('table', { name: 'By the rules of NHS Talking Therapies' });
    expect(peopleOf(/^3 of 8/, therapies).get('count')).toBe('therapiesRecovery');
  });

  it('begin with what can still be fixed', async () => {
    const found = { patientId: anaId, name: 'Rivera, Ana', sessionId: null, onDate: '2026-03-18' };
    open({ fixable: { ...nothingToFix(), firstDoseWithoutBaseline: [found] } });
    expect(
      await screen.findByRole('heading', { name: '1 first dose today or tomorrow, and no baseline' }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Rivera, Ana' })).toHaveAttribute(
      'href',
      `/c/harbor/patients/${anaId}`,
    );
  });

  it('say when nothing is missing', async () => {
    open();
    expect(await screen.findByText('Nothing is missing today.')).toBeVisible();
  });
});
