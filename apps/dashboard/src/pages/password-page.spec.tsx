import { passwordChangeSchema } from '@courseline/contracts';
import { screen } from '@testing-library/react';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';

async function change(user: ReturnType<typeof renderPage>['user'], next = 'a new and longer sentence') {
  await user.type(await screen.findByLabelText('Current password'), 'the one so far');
  await user.type(screen.getByLabelText(/^New password/), next);
  await user.click(screen.getByRole('button', { name: 'Change password' }));
}

describe('changing the password', () => {
  it('says that it is changed and what became of other devices', async () => {
    signedInAs({ roles: ['nurse'] });
    let sent: unknown = null;
    fakeApi.route('post', '/me/password', { body: passwordChangeSchema, response: null }, ({ body }) => {
      sent = body;
      return null;
    });
    const { user } = renderPage('/c/harbor/password');
    await change(user);
    expect(
      await screen.findByText(/The password is changed\. Other devices .* are signed out\./),
    ).toBeVisible();
    expect(sent).toEqual({ currentPassword: 'the one so far', newPassword: 'a new and longer sentence' });
    expect(screen.getByLabelText('Current password')).toHaveValue('');
  });

  it('says at the field when the current one is wrong', async () => {
    signedInAs({ roles: ['nurse'] });
    fakeApi.route('post', '/me/password', { body: passwordChangeSchema, response: null }, () => {
      throw new FakeProblem('sign-in-refused');
    });
    const { user } = renderPage('/c/harbor/password');
    await change(user);
    expect(await screen.findByText('This is not your current password.')).toBeVisible();
    expect(screen.getByLabelText('Current password')).toHaveFocus();
  });

  it('asks for a longer one before anything is sent', async () => {
    signedInAs({ roles: ['nurse'] });
    const { user } = renderPage('/c/harbor/password');
    await change(user, 'short');
    expect(screen.getByLabelText(/^New password/)).toBeInvalid();
  });
});
