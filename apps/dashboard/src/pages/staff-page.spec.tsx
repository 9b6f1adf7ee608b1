import {
  invitedStaffSchema,
  issuedLinkSchema,
  rolesChangeSchema,
  staffInvitationSchema,
  staffListSchema,
  staffMemberSchema,
  type StaffMember,
} from '@courseline/contracts';
import { screen, within } from '@testing-library/react';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';

const brandt: StaffMember = {
  accountId: '01990000-0000-7000-8000-00000000000b',
  name: 'N. Brandt',
  email: 'brandt@harbor.example',
  roles: ['nurse'],
  state: 'active',
  linkExpiresAt: null,
  version: 4,
};

const link = {
  url: `https://courseline.example/link#${'q'.repeat(43)}`,
  expiresAt: '2026-11-20T15:00:00Z',
  mail: 'not-configured',
} as const;

/** A staff that changes by what is done to it. */
function staffOf(...members: StaffMember[]) {
  const staff = [...members];
  fakeApi.route('get', '/c/:clinic/staff', { response: staffListSchema }, () => ({ staff }));
  return staff;
}

async function open(name: string) {
  const rendered = renderPage('/c/harbor/staff');
  await rendered.user.click(await screen.findByRole('button', { name: `Change ${name}` }));
  return { ...rendered, dialog: await screen.findByRole('dialog', { name }) };
}

describe('the staff', () => {
  it('is listed with roles and state, and not to be changed by a director', async () => {
    signedInAs({ roles: ['director'] });
    staffOf(brandt, {
      ...brandt,
      accountId: brandt.accountId.replace(/b$/, 'c'),
      name: 'Jo Park',
      state: 'left',
    });
    renderPage('/c/harbor/staff');
    const row = await screen.findByRole('row', { name: /N. Brandt/ });
    expect(within(row).getByText('Nurse')).toBeVisible();
    expect(screen.getByRole('row', { name: /Jo Park.*has left/ })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Invite' })).toBeNull();
    expect(screen.queryByRole('button', { name: /Change N. Brandt/ })).toBeNull();
  });

  it('grows by an invitation whose link is shown once', async () => {
    signedInAs({ roles: ['administrator'] });
    const staff = staffOf(brandt);
    const route = { body: staffInvitationSchema, response: invitedStaffSchema };
    fakeApi.route('post', '/c/:clinic/staff', route, ({ body }) => {
      const member: StaffMember = {
        ...brandt,
        ...body,
        accountId: brandt.accountId.replace(/b$/, 'd'),
        state: 'invited',
        linkExpiresAt: link.expiresAt,
      };
      staff.push(member);
      return { member, link };
    });
    const { user } = renderPage('/c/harbor/staff');
    await user.click(await screen.findByRole('button', { name: 'Invite' }));
    const dialog = await screen.findByRole('dialog', { name: 'Invite to the staff' });
    await user.click(within(dialog).getByRole('button', { name: 'Invite' }));
    expect(await within(dialog).findByText(/At least one role/)).toBeVisible();
    await user.type(within(dialog).getByLabelText('Name'), 'Tomás Reyes');
    await user.type(within(dialog).getByLabelText('Email'), 'reyes@harbor.example');
    await user.click(within(dialog).getByRole('checkbox', { name: /^Nurse/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Invite' }));
    expect(await screen.findByText(/Give this link to Tomás Reyes yourself/)).toBeVisible();
    expect(screen.getByLabelText('Link')).toHaveValue(link.url);
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(await screen.findByRole('row', { name: /Tomás Reyes.*invited, link until/ })).toBeVisible();
  }, 20_000);

  it('says at the field that someone belongs to the clinic already', async () => {
    signedInAs({ roles: ['administrator'] });
    staffOf(brandt);
    const route = { body: staffInvitationSchema, response: invitedStaffSchema };
    fakeApi.route('post', '/c/:clinic/staff', route, () => {
      throw new FakeProblem('already-exists');
    });
    const { user } = renderPage('/c/harbor/staff');
    await user.click(await screen.findByRole('button', { name: 'Invite' }));
    const dialog = await screen.findByRole('dialog', { name: 'Invite to the staff' });
    await user.type(within(dialog).getByLabelText('Name'), 'N. Brandt');
    await user.type(within(dialog).getByLabelText('Email'), brandt.email);
    await user.click(within(dialog).getByRole('checkbox', { name: /^Nurse/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Invite' }));
    expect(await within(dialog).findByText('This person belongs to the clinic already.')).toBeVisible();
  }, 20_000);

  it('changes roles on the version that was seen', async () => {
    signedInAs({ roles: ['administrator'] });
    const staff = staffOf(brandt);
    const route = { body: rolesChangeSchema, response: staffMemberSchema };
    fakeApi.route('put', '/c/:clinic/staff/:account/roles', route, ({ body, params, headers }) => {
      expect(params['account']).toBe(brandt.accountId);
      expect(headers.get('if-match')).toBe('"4"');
      staff[0] = { ...brandt, roles: body.roles, version: 5 };
      return staff[0];
    });
    const { user, dialog } = await open('N. Brandt');
    expect(within(dialog).getByRole('button', { name: 'Change roles' })).toBeDisabled();
    await user.click(within(dialog).getByRole('checkbox', { name: /^Clinician/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Change roles' }));
    expect(await within(dialog).findByText('Changed.')).toBeVisible();
  });

  it('keeps its last administrator', async () => {
    signedInAs({ roles: ['administrator'] });
    staffOf({ ...brandt, roles: ['administrator'] });
    const route = { body: rolesChangeSchema, response: staffMemberSchema };
    fakeApi.route('put', '/c/:clinic/staff/:account/roles', route, () => {
      throw new FakeProblem('last-administrator');
    });
    const { user, dialog } = await open('N. Brandt');
    await user.click(within(dialog).getByRole('checkbox', { name: /^Administrator/ }));
    await user.click(within(dialog).getByRole('checkbox', { name: /^Nurse/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Change roles' }));
    expect(await within(dialog).findByText(/left without an administrator/)).toBeVisible();
  });

  it('makes a password link', async () => {
    signedInAs({ roles: ['administrator'] });
    staffOf(brandt);
    fakeApi.route('post', '/c/:clinic/staff/:account/link', { response: issuedLinkSchema }, () => ({
      ...link,
      mail: 'sent' as const,
    }));
    const { user, dialog } = await open('N. Brandt');
    await user.click(within(dialog).getByRole('button', { name: 'Make a password link' }));
    expect(await within(dialog).findByText(/Sent to brandt@harbor.example/)).toBeVisible();
  });

  it('says what leaving means before someone is removed', async () => {
    signedInAs({ roles: ['administrator'] });
    const staff = staffOf(brandt);
    fakeApi.route(
      'post',
      '/c/:clinic/staff/:account/leave',
      { response: staffMemberSchema },
      ({ headers }) => {
        expect(headers.get('if-match')).toBe('"4"');
        staff[0] = { ...brandt, state: 'left', version: 5 };
        return staff[0];
      },
    );
    const { user, dialog } = await open('N. Brandt');
    await user.click(within(dialog).getByRole('button', { name: 'Remove from the staff' }));
    const question = await screen.findByRole('dialog', { name: 'Remove N. Brandt from the staff?' });
    expect(question).toHaveTextContent('What they wrote and signed stays, under their name.');
    await user.click(within(question).getByRole('button', { name: 'Remove from the staff' }));
    expect(await screen.findByRole('row', { name: /N. Brandt.*has left/ })).toBeVisible();
  });

  it('says what to do when it cannot be read', async () => {
    signedInAs({ roles: ['administrator'] });
    fakeApi.unreachable('get', '/c/:clinic/staff');
    renderPage('/c/harbor/staff');
    expect(await screen.findByText('The server cannot be reached.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
