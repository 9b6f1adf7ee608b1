import {
  cohortSummarySchema,
  fixableSchemaList,
  type CohortSummary,
  type Fixable,
} from '@courseline/contracts';
import { screen, within } from '@testing-library/react';
import { aCohort, aRate, nothingToFix, outcomes } from '../testing/cohort-builder';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';
import { anaId } from '../testing/trajectory-builder';

function open({
  fixable = nothingToFix(),
  address = '/c/harbor/outcomes',
  cohort = {},
}: { fixable?: Fixable; address?: string; cohort?: Partial<CohortSummary> } = {}) {
  signedInAs({ roles: ['director'] });
  fakeApi.route('get', '/c/:clinic/outcomes/cohort', { response: cohortSummarySchema }, () => ({
    ...aCohort(),
    ...cohort,
  }));
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

  it('say which courses are not counted for want of an induction, in the flow and in a group', async () => {
    const nobody = {
      ...outcomes('end-of-induction', 0),
      treated: 0,
      eligible: 0,
      eligibleWithFollowUp: 0,
      withoutInduction: 37,
      response: { ...aRate(0, 0), ruleId: 'response' },
    };
    const [group] = aCohort().byAgentAndRoute;
    open({
      address: '/c/harbor/outcomes?at=end-of-induction',
      cohort: {
        atEndOfInduction: { ...outcomes('end-of-induction', 5), withoutInduction: 37 },
        byAgentAndRoute: group === undefined ? [] : [{ ...group, atEndOfInduction: nobody }],
      },
    });
    expect(await screen.findByText('37 courses without an induction are not counted here.')).toBeVisible();
    const byTreatment = screen.getByRole('table', { name: 'Response by treatment' });
    expect(byTreatment).toHaveTextContent('37 courses, no induction');
    expect(byTreatment).not.toHaveTextContent('nobody to count');
  });

  it('lead nowhere from nothing, and count one in the singular', async () => {
    const few = { ...outcomes('end-of-induction', 0), treated: 1, eligible: 0, eligibleWithFollowUp: 0 };
    open({ cohort: { atEndOfInduction: few } });
    expect(await screen.findByRole('link', { name: '1 course treated' })).toBeVisible();
    expect(
      screen.getByText('eligible: a case at baseline', { exact: false, selector: 'span' }),
    ).toBeVisible();
    expect(screen.queryByRole('link', { name: /^0 eligible/ })).toBeNull();
  });

  it('fold the rare side effects away, but never a serious one', async () => {
    const cohort = aCohort();
    const [nausea] = cohort.sideEffects.effects;
    const rare = ['vertigo', 'vomiting', 'headache', 'dizziness'].map((code) => ({
      ...(nausea ?? { severity: cohort.sideEffects.any }),
      code,
      byCourse: aRate(1, 40),
    })) as CohortSummary['sideEffects']['effects'];
    const serious = rare.map((effect) => (effect.code === 'vomiting' ? { ...effect, serious: 1 } : effect));
    const effects = [...cohort.sideEffects.effects, ...serious];
    const { user } = open({ cohort: { sideEffects: { ...cohort.sideEffects, effects } } });
    const common = await screen.findByRole('table', { name: 'Side effects' });
    expect(within(common).getAllByRole('row')).toHaveLength(3);
    expect(common).toHaveTextContent('1 serious');
    const fold = screen.getByText('3 rarer ones (fewer than 5 % of courses)');
    expect(fold.closest('details')).not.toHaveAttribute('open');
    await user.click(fold);
    expect(
      within(screen.getByRole('table', { name: 'Rarer side effects' })).getAllByRole('row'),
    ).toHaveLength(4);
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
