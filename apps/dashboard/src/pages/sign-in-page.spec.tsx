import {
  meSchema,
  signInRequestSchema,
  staffListSchema,
  statusSchema,
  type Status,
} from '@courseline/contracts';
import { screen } from '@testing-library/react';
import { aPerson, signedInAs } from '../testing/clinic-builder';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';

const ready: Status = { state: 'ready', mail: true };

function status(answer: Status = ready) {
  fakeApi.route('get', '/status', { response: statusSchema }, () => answer);
}

async function fillIn(user: ReturnType<typeof renderPage>['user'], password = 'a long enough sentence') {
  await user.type(await screen.findByLabelText('Email'), 'Okafor@Harbor.example');
  await user.type(screen.getByLabelText('Password'), password);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('signing in', () => {
  it('goes back to the page that asked for it', async () => {
    status();
    const { me } = signedInAs({ roles: ['administrator'] });
    fakeApi.route('get', '/c/:clinic/staff', { response: staffListSchema }, () => ({ staff: [] }));
    fakeApi.route('post', '/sign-in', { body: signInRequestSchema, response: meSchema }, ({ body }) => {
      expect(body.email).toBe('okafor@harbor.example');
      return me;
    });
    const { user, address } = renderPage('/sign-in?to=%2Fc%2Fharbor%2Fstaff');
    await fillIn(user);
    expect(await screen.findByRole('heading', { name: 'Staff' })).toBeVisible();
    expect(address()).toBe('/c/harbor/staff');
  });

  it('never goes to another address than a clinic here', async () => {
    status();
    fakeApi.route('post', '/sign-in', { body: signInRequestSchema, response: meSchema }, () => ({
      ...aPerson({ roles: ['nurse'] }),
      clinics: [],
    }));
    const { user, address } = renderPage('/sign-in?to=%2F%2Fevil.example%2Fc%2Fharbor');
    await fillIn(user);
    expect(await screen.findByText('You belong to no clinic at the moment')).toBeVisible();
    expect(address()).toBe('/clinics');
  });

  it('says one thing whether the address or the password is wrong', async () => {
    status();
    fakeApi.route('post', '/sign-in', { body: signInRequestSchema, response: meSchema }, () => {
      throw new FakeProblem('sign-in-refused');
    });
    const { user, address } = renderPage('/sign-in');
    await fillIn(user);
    expect(await screen.findByRole('alert')).toHaveTextContent('The email address or the password is wrong');
    expect(screen.getByLabelText('Password')).toHaveFocus();
    expect(address()).toBe('/sign-in');
  });

  it('says how long to wait after too many attempts', async () => {
    status();
    fakeApi.route('post', '/sign-in', { body: signInRequestSchema, response: meSchema }, () => {
      throw new FakeProblem('too-many-requests', { retryAfterSeconds: 240 });
    });
    const { user } = renderPage('/sign-in');
    await fillIn(user);
    expect(await screen.findByRole('alert')).toHaveTextContent('Try again in 4 minutes');
  });

  it('asks for what is missing before anything is sent', async () => {
    status();
    const { user } = renderPage('/sign-in');
    await user.click(await screen.findByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('An email address, such as name@clinic.org.')).toBeVisible();
    expect(screen.getByLabelText('Email')).toHaveFocus();
  });

  it('shows the password on demand', async () => {
    status();
    const { user } = renderPage('/sign-in');
    const field = await screen.findByLabelText('Password');
    expect(field).toHaveAttribute('type', 'password');
    await user.click(screen.getByRole('button', { name: 'Show the password' }));
    expect(field).toHaveAttribute('type', 'text');
  });

  it('offers the demo sign-ins where there are any', async () => {
    const people = [{ email: 'brandt@harbor.example', name: 'N. Brandt', as: 'Nurse at Harbor Clinic' }];
    status({ ...ready, demo: { password: 'a demo password', people } });
    const { user } = renderPage('/sign-in');
    await user.click(await screen.findByRole('button', { name: /N. Brandt/ }));
    expect(screen.getByLabelText('Email')).toHaveValue('brandt@harbor.example');
    expect(screen.getByLabelText('Password')).toHaveValue('a demo password');
  });

  it('says where the first-run link is while there is no clinic', async () => {
    status({ state: 'first-run', mail: false });
    renderPage('/sign-in');
    expect(await screen.findByText(/This server has no clinic yet/)).toBeVisible();
  });
});

describe('a page that needs a sign-in', () => {
  it('leads to the sign-in page and remembers where one wanted to go', async () => {
    status();
    for (const path of ['/me', '/c/:clinic/settings'] as const) {
      fakeApi.route('get', path, { response: meSchema }, () => {
        throw new FakeProblem('not-signed-in');
      });
    }
    const { address } = renderPage('/c/harbor/staff');
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(address()).toBe('/sign-in?to=%2Fc%2Fharbor%2Fstaff');
  });
});
