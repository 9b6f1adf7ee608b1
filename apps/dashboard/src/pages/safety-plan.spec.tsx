import {
  ownOverviewSchema,
  ownSafetyPlanSchema,
  safetyPlanChangeSchema,
  safetyPlanSchema,
  type SafetyPlan,
  type SafetyPlanChange,
} from '@courseline/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi } from '../testing/fake-api';
import { givenRecord, patientId } from '../testing/record-builder';
import { renderPage } from '../testing/render-page';

const words = {
  warningSigns: 'I stop answering the telephone.',
  whatHelps: null,
  people: 'My sister Lucia.',
  professionals: null,
  safePlace: null,
  reasonsToLive: 'The dog.',
};
const path = '/c/:clinic/patients/:patient/safety-plan';
const kept = (reviewOn: string, isReviewOverdue: boolean): SafetyPlan => ({
  version: 2,
  isReviewOverdue,
  revisions: [
    { n: 2, ...words, reviewOn, byName: 'Dr Okafor', at: '2026-08-01T15:00:00Z' },
    { n: 1, ...words, reviewOn, byName: 'N. Brandt', at: '2026-05-01T15:00:00Z' },
  ],
});

function record(plan: SafetyPlan | null, roles: Parameters<typeof signedInAs>[0]['roles'] = ['nurse']) {
  signedInAs({ roles });
  givenRecord();
  if (plan !== null) fakeApi.route('get', path, { response: safetyPlanSchema }, () => plan);
  return renderPage(`/c/harbor/patients/${patientId}/record`);
}

describe('the safety plan in the record', () => {
  it('is written with the patient, by whoever treats them', async () => {
    const sent: { body: SafetyPlanChange; version: string | null }[] = [];
    const { user } = record(null);
    fakeApi.route(
      'post',
      path,
      { body: safetyPlanChangeSchema, response: safetyPlanSchema },
      ({ body, headers }) => {
        sent.push({ body, version: headers.get('if-match') });
        return kept(body.reviewOn, false);
      },
    );
    await user.click(await screen.findByRole('button', { name: 'Write it together' }));
    const dialog = await screen.findByRole('dialog', { name: 'Safety plan' });
    await user.click(within(dialog).getByRole('button', { name: 'Keep the plan' }));
    expect(dialog).toHaveTextContent('Write at least one part.');
    await user.type(
      within(dialog).getByRole('textbox', { name: /People I can be with/ }),
      'My sister Lucia.',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Keep the plan' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      body: { people: 'My sister Lucia.', warningSigns: null, reasonsToLive: null },
      version: '"0"',
    });
  });

  it('says that a review is overdue, and who wrote it', async () => {
    record(kept('2026-10-01', true));
    const section = within(await screen.findByRole('region', { name: 'Safety plan' }));
    expect(await section.findByText(/^! Review overdue since/)).toBeVisible();
    expect(section.getByText('The dog.')).toBeVisible();
    expect(section.getByText(/Dr Okafor.*1 earlier version, the first by N. Brandt/)).toBeVisible();
    expect(section.getByRole('button', { name: 'Review or change' })).toBeVisible();
  });

  it('is read and not written by who only leads the clinic', async () => {
    record(kept('2027-01-01', false), ['director']);
    const section = within(await screen.findByRole('region', { name: 'Safety plan' }));
    expect(await section.findByText(/^To be reviewed by/)).toBeVisible();
    expect(section.queryByRole('button')).not.toBeInTheDocument();
  });
});

describe('the safety plan of a patient', () => {
  const asked: string[] = [];
  function atHome(byCheckIn = false) {
    asked.length = 0;
    signedInAs({ roles: ['patient'], name: 'Ana Rivera', patientId, byCheckIn });
    fakeApi.route('get', '/c/:clinic/me/safety-plan', { response: ownSafetyPlanSchema }, () => {
      asked.push('plan');
      return { plan: { ...words, writtenOn: '2026-08-01' } };
    });
    fakeApi.route('get', '/c/:clinic/me/overview', { response: ownOverviewSchema }, () => ({
      givenName: 'Ana',
      since: null,
      instruments: [],
      due: [],
      nextQuestions: null,
      upcoming: [],
      lastSession: null,
      crisisLines: [],
      riskAnswer: { onDate: '2026-11-17', at: '2026-11-17T14:12:00Z' },
      clinicPhone: null,
      openingHours: null,
    }));
    return renderPage('/c/harbor/me');
  }

  it('stands under the help lines on their own page, in their own words', async () => {
    atHome();
    expect(await screen.findByText('My sister Lucia.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Call 988' })).toBeVisible();
    expect(screen.getByText('What I live for')).toBeVisible();
    expect(screen.queryByText('What helps me then')).not.toBeInTheDocument();
  });

  it('is not shown to who came by a link without a password', async () => {
    atHome(true);
    expect(await screen.findByRole('link', { name: 'Call 988' })).toBeVisible();
    expect(asked).toEqual([]);
  });
});
