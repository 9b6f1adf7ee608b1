import { meSchema, staffListSchema } from '@courseline/contracts';
import { screen } from '@testing-library/react';
import { aPerson, signedInAs } from '../testing/clinic-builder';
import { fakeApi } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';

describe('where a person starts', () => {
  it('is the one clinic they belong to', async () => {
    signedInAs({ roles: ['administrator'] });
    fakeApi.route('get', '/c/:clinic/staff', { response: staffListSchema }, () => ({ staff: [] }));
    const { address } = renderPage('/');
    expect(await screen.findByRole('heading', { name: 'Staff' })).toBeVisible();
    expect(address()).toBe('/c/harbor/staff');
  });

  it('is a choice for who belongs to several', async () => {
    const me = aPerson({ roles: ['clinician', 'director'] });
    const [harbor] = me.clinics;
    const other = {
      clinicId: me.accountId,
      slug: 'lakeside',
      name: 'Lakeside',
      roles: ['patient' as const],
      patientId: me.accountId,
    };
    fakeApi.route('get', '/me', { response: meSchema }, () => ({
      ...me,
      clinics: [...(harbor ? [harbor] : []), other],
    }));
    renderPage('/');
    expect(await screen.findByRole('link', { name: /Harbor Clinic.*Clinician, director/ })).toHaveAttribute(
      'href',
      '/c/harbor/caseload',
    );
    expect(screen.getByRole('link', { name: /Lakeside/ })).toHaveAttribute('href', '/c/lakeside/me');
  });
});

describe('an address that leads nowhere', () => {
  it('is said to, in a clinic and outside', async () => {
    signedInAs({ roles: ['nurse'] });
    renderPage('/c/harbor/nowhere');
    expect(await screen.findByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
    expect(document.title).toBe('There is nothing at this address · Courseline');
  });

  it('is all one sees of a clinic one does not belong to', async () => {
    signedInAs({ roles: ['nurse'] });
    renderPage('/c/elsewhere/staff');
    expect(await screen.findByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
    expect(screen.queryByRole('navigation')).toBeNull();
  });
});
