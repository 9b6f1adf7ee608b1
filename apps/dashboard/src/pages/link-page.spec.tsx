import {
  firstRunAnswerSchema,
  firstRunSchema,
  linkLookSchema,
  linkRedemptionSchema,
  linkSchema,
  redeemedLinkSchema,
  staffListSchema,
  statusSchema,
  type FirstRun,
  type Link,
} from '@courseline/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';

const token = 'q'.repeat(43);
const sentence = 'the harbor is calm at dawn';

function linkFor(change: Partial<Link>) {
  fakeApi.route('post', '/links/look', { body: linkLookSchema, response: linkSchema }, ({ body }) => {
    expect(body.token).toBe(token);
    return {
      purpose: 'invitation',
      email: 'reyes@harbor.example',
      name: 'Tomás Reyes',
      clinicName: 'Harbor Clinic',
      needsPassword: true,
      expiresAt: '2026-11-20T10:00:00Z',
      ...change,
    };
  });
}

function redeem(answer: { signedIn: boolean }, seen: (body: { password?: string | undefined }) => void) {
  const route = { body: linkRedemptionSchema, response: redeemedLinkSchema };
  fakeApi.route('post', '/links/redeem', route, ({ body }) => {
    seen(body);
    return { ...answer, email: 'reyes@harbor.example', clinic: 'harbor' };
  });
}

function emptyStaff() {
  fakeApi.route('get', '/c/:clinic/staff', { response: staffListSchema }, () => ({ staff: [] }));
}

describe('an invitation', () => {
  it('is taken up with a password, and leads into the clinic', async () => {
    linkFor({});
    const passwords: (string | undefined)[] = [];
    redeem({ signedIn: true }, ({ password }) => passwords.push(password));
    signedInAs({ roles: ['administrator'] });
    emptyStaff();
    const { user, address } = renderPage(`/link#${token}`);
    expect(await screen.findByRole('heading', { name: 'Join Harbor Clinic' })).toBeVisible();
    await user.type(screen.getByLabelText('Password'), 'too short');
    await user.click(screen.getByRole('button', { name: 'Join the clinic' }));
    expect(await screen.findByText('At least 15 characters; a sentence is a good password.')).toBeVisible();
    await user.clear(screen.getByLabelText('Password'));
    await user.type(screen.getByLabelText('Password'), sentence);
    await user.click(screen.getByRole('button', { name: 'Join the clinic' }));
    expect(await screen.findByRole('heading', { name: 'Staff' })).toBeVisible();
    expect(address()).toBe('/c/harbor/staff');
    expect(passwords).toEqual([sentence]);
  });

  it('shows why the server refuses a password, at the field', async () => {
    linkFor({});
    const route = { body: linkRedemptionSchema, response: redeemedLinkSchema };
    fakeApi.route('post', '/links/redeem', route, () => {
      throw new FakeProblem('password-refused', {
        errors: [{ pointer: '/password', detail: 'This password is in every list of known passwords.' }],
      });
    });
    const { user } = renderPage(`/link#${token}`);
    await user.type(await screen.findByLabelText('Password'), 'passwordpassword');
    await user.click(screen.getByRole('button', { name: 'Join the clinic' }));
    expect(await screen.findByText(/in every list of known passwords/)).toBeVisible();
    expect(screen.getByLabelText('Password')).toHaveFocus();
  });

  it('asks nothing of someone who has an account but to sign in', async () => {
    linkFor({ needsPassword: false });
    const passwords: (string | undefined)[] = [];
    redeem({ signedIn: false }, ({ password }) => passwords.push(password));
    fakeApi.route('get', '/status', { response: statusSchema }, () => ({ state: 'ready', mail: true }));
    const { user } = renderPage(`/link#${token}`);
    await user.click(await screen.findByRole('button', { name: 'Join the clinic' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(screen.getByLabelText('Email')).toHaveValue('reyes@harbor.example');
    expect(passwords).toEqual([undefined]);
  });
});

describe('a link to a check-in', () => {
  it('is used by a press, not by opening the page, and leads to what is asked', async () => {
    linkFor({ purpose: 'check-in', email: null, name: null, needsPassword: false });
    let redeemed = 0;
    const route = { body: linkRedemptionSchema, response: redeemedLinkSchema };
    fakeApi.route('post', '/links/redeem', route, ({ body }) => {
      redeemed += 1;
      expect(body).toEqual({ token });
      return { signedIn: true, email: null, clinic: 'harbor' };
    });
    signedInAs({ roles: ['patient'], byCheckIn: true });
    fakeApi.unreachable('get', '/c/:clinic/me/overview');
    const { user, address } = renderPage(`/link#${token}`);
    expect(await screen.findByRole('heading', { name: 'A few questions from Harbor Clinic' })).toBeVisible();
    expect(redeemed).toBe(0);
    await user.click(screen.getByRole('button', { name: 'Start' }));
    await waitFor(() => expect(address()).toBe('/c/harbor/me/questions'));
    expect(redeemed).toBe(1);
  });
});

describe('a link that does not work', () => {
  it('is said to be so when it was used already', async () => {
    fakeApi.route('post', '/links/look', { body: linkLookSchema, response: linkSchema }, () => {
      throw new FakeProblem('link-not-valid');
    });
    renderPage(`/link#${token}`);
    expect(await screen.findByRole('heading', { name: 'This link does not work' })).toBeVisible();
  });

  it('is said to be so without asking the server when it was not copied whole', async () => {
    renderPage('/link#half');
    expect(await screen.findByRole('heading', { name: 'This link does not work' })).toBeVisible();
  });
});

describe('the first run', () => {
  function firstRun(seen: FirstRun[]) {
    linkFor({ purpose: 'first-administrator', email: null, name: null, clinicName: null });
    const route = { body: firstRunSchema, response: firstRunAnswerSchema };
    fakeApi.route('post', '/first-run', route, ({ body }) => {
      seen.push(body);
      return { clinic: body.clinic.slug };
    });
  }

  it('makes the clinic and its administrator of what was filled in', async () => {
    const sent: FirstRun[] = [];
    firstRun(sent);
    signedInAs({ roles: ['administrator'] });
    emptyStaff();
    const { user, address } = renderPage(`/link#${token}`);
    const clinic = await screen.findByRole('region', { name: 'The clinic' });
    await user.type(within(clinic).getByLabelText('Name'), 'Harbor');
    expect(within(clinic).getByLabelText('Name in addresses')).toHaveValue('harbor');
    await user.selectOptions(within(clinic).getByLabelText('Country'), 'United Kingdom');
    const you = screen.getByRole('region', { name: 'You' });
    await user.type(within(you).getByLabelText('Name'), 'Sam Okafor');
    await user.type(within(you).getByLabelText('Email'), 'sam@harbor.example');
    await user.type(within(you).getByLabelText('Password'), sentence);
    await user.click(within(you).getByRole('checkbox', { name: /Clinician/ }));
    await user.click(screen.getByRole('button', { name: 'Create the clinic' }));
    expect(await screen.findByRole('heading', { name: 'Staff' })).toBeVisible();
    expect(address()).toBe('/c/harbor/staff');
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      token,
      clinic: { slug: 'harbor', weightUnit: 'kg', phone: null, openToClinicians: false },
      administrator: { name: 'Sam Okafor', alsoRoles: ['clinician'] },
    });
    expect(sent[0]?.clinic.crisisLines.map((line) => line.phone ?? line.textTo)).toEqual([
      '116 123',
      '111',
      '85258',
      '999',
    ]);
  }, 20_000);

  it('keeps a name in addresses that was typed, and sends nothing while something is missing', async () => {
    firstRun([]);
    const { user } = renderPage(`/link#${token}`);
    const clinic = await screen.findByRole('region', { name: 'The clinic' });
    await user.type(within(clinic).getByLabelText('Name in addresses'), 'quay');
    await user.type(within(clinic).getByLabelText('Name'), 'Harbor');
    expect(within(clinic).getByLabelText('Name in addresses')).toHaveValue('quay');
    await user.click(screen.getByRole('button', { name: 'Create the clinic' }));
    const you = screen.getByRole('region', { name: 'You' });
    expect(await within(you).findByText('Must not be empty.')).toBeVisible();
  }, 20_000);
});
