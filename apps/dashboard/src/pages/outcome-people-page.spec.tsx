import { cohortPeopleSchema, type CohortPerson } from '@courseline/contracts';
import { screen } from '@testing-library/react';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';
import { anaId } from '../testing/trajectory-builder';

const ana: CohortPerson = {
  patientId: anaId,
  courseId: anaId,
  name: 'Rivera, Ana',
  mrn: 'HC-12036',
  agent: 'ketamine',
  route: 'iv',
  dayZero: '2026-03-03',
  baseline: 17,
  last: 4,
  change: -13,
};

function open(search: string, people: readonly CohortPerson[] = [ana]) {
  signedInAs({ roles: ['director'] });
  fakeApi.route('get', '/c/:clinic/outcomes/cohort/people', { response: cohortPeopleSchema }, () => ({
    people: [...people],
  }));
  return renderPage(`/c/harbor/outcomes/people${search}`);
}

describe('the people behind a number', () => {
  it('are counted in the title, under the rule and the filter by which they were chosen', async () => {
    open('?endpoint=last-recorded&count=remission&agent=ketamine&route=iv&from=2026-01-01');
    expect(await screen.findByRole('heading', { name: 'Remission, 1 course' })).toBeVisible();
    expect(screen.getByText(/PHQ-9, last recorded, ketamine IV, day 0 from Jan 1, 2026/)).toBeVisible();
    expect(
      screen.getByRole('row', { name: /Rivera, Ana HC-12036 ketamine IV Mar 3, 2026 4 , was 17/ }),
    ).toBeVisible();
  });

  it('are named by the side effect that they had', async () => {
    open('?endpoint=last-recorded&count=sideEffect&code=nausea&part=without');
    expect(await screen.findByRole('heading', { name: 'Not: nausea, 1 course' })).toBeVisible();
  });

  it('are nobody where the number is 0', async () => {
    open('?endpoint=last-recorded&count=response', []);
    expect(await screen.findByText('Nobody is behind this number.')).toBeVisible();
  });

  it('need an address that names a number', async () => {
    open('?count=everything');
    expect(await screen.findByText('This address names no number.')).toBeVisible();
  });
});
