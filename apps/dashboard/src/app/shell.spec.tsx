import {
  patientSearchAnswerSchema,
  patientSearchSchema,
  trajectorySchema,
  type PatientHit,
} from '@courseline/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';

const rivera: PatientHit = {
  id: '01990000-0000-7000-8000-00000000000a',
  mrn: 'H-0001',
  familyName: 'Rivera',
  givenName: 'Ana',
  birthDate: '1992-03-01',
  sex: 'female',
  indications: [],
};

describe('the bar', () => {
  it('shows a clinician the caseload and not the staff', async () => {
    signedInAs({ roles: ['clinician'] });
    renderPage('/c/harbor/nowhere');
    const bar = await screen.findByRole('navigation', { name: 'Main' });
    expect(within(bar).getByRole('link', { name: 'Caseload' })).toHaveAttribute('href', '/c/harbor/caseload');
    expect(within(bar).queryByRole('link', { name: 'Staff' })).toBeNull();
  });

  it('opens the search with / and goes to the first patient found with Enter', async () => {
    signedInAs({ roles: ['clinician'] });
    fakeApi.route(
      'post',
      '/c/:clinic/patients/search',
      { body: patientSearchSchema, response: patientSearchAnswerSchema },
      ({ body }) => ({ patients: body.text === 'riv' ? [rivera] : [], more: false }),
    );
    // The page that is gone to is not this test's matter, but it asks for its patient.
    fakeApi.route('get', '/c/:clinic/patients/:patient/trajectory', { response: trajectorySchema }, () => {
      throw new FakeProblem('not-found');
    });
    const { user, address } = renderPage('/c/harbor/nowhere');
    await screen.findByRole('navigation', { name: 'Main' });
    await user.keyboard('/');
    await user.type(await screen.findByRole('searchbox'), 'riv');
    expect(await screen.findByRole('link', { name: /Rivera, Ana/ })).toBeVisible();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(address()).toBe('/c/harbor/patients/01990000-0000-7000-8000-00000000000a'));
    expect(await screen.findByText('There is nothing here, or it is not yours to see.')).toBeVisible();
  });

  it('lists the keys with ? and lets them be switched off', async () => {
    signedInAs({ roles: ['clinician'] });
    const { user } = renderPage('/c/harbor/nowhere');
    await screen.findByRole('navigation', { name: 'Main' });
    await user.keyboard('?');
    const keys = await screen.findByRole('dialog', { name: 'Keys' });
    expect(within(keys).getByText('Open the caseload')).toBeVisible();
    await user.click(within(keys).getByRole('checkbox'));
    await user.click(within(keys).getByRole('button', { name: 'Close' }));
    await user.keyboard('?');
    expect(screen.queryByRole('dialog', { name: 'Keys' })).toBeNull();
  });
});

describe('a sign-in', () => {
  it('is kept alive by typing, at most once a minute', async () => {
    signedInAs({ roles: ['clinician'] });
    let reports = 0;
    fakeApi.route('post', '/me/activity', { response: null }, () => {
      reports += 1;
      return null;
    });
    let now = 1_000;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
    const { user } = renderPage('/c/harbor/nowhere');
    await screen.findByRole('navigation', { name: 'Main' });
    await user.keyboard('xx');
    expect(reports).toBe(0);
    now += 60_001;
    await user.keyboard('xx');
    await waitFor(() => expect(reports).toBe(1));
    clock.mockRestore();
  });
});
