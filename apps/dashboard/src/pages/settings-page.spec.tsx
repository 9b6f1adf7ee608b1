import { clinicSettingsChangeSchema, clinicSettingsSchema, type ClinicSettings } from '@courseline/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { aClinic, signedInAs } from '../testing/clinic-builder';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';

const put = { body: clinicSettingsChangeSchema, response: clinicSettingsSchema };

async function nameField() {
  return within(await screen.findByRole('region', { name: 'The clinic' })).findByLabelText('Name');
}

describe('the settings of a clinic', () => {
  it('are saved on the version that was read', async () => {
    const { clinic } = signedInAs({ roles: ['administrator'] });
    const sent: (readonly [string | null, string])[] = [];
    fakeApi.route('put', '/c/:clinic/settings', put, ({ body, headers }) => {
      sent.push([headers.get('if-match'), body.name]);
      return { ...clinic, ...body, version: clinic.version + sent.length };
    });
    const { user } = renderPage('/c/harbor/settings');
    const name = await nameField();
    await user.clear(name);
    await user.type(name, 'Harbor House');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Saved.')).toBeVisible();
    await user.type(name, ' 2');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent).toEqual([
        ['"1"', 'Harbor House'],
        ['"2"', 'Harbor House 2'],
      ]),
    );
  });

  it('never undo what someone else has changed in the meantime', async () => {
    let current: ClinicSettings = aClinic();
    signedInAs({ roles: ['administrator'], clinic: current });
    fakeApi.route('get', '/c/:clinic/settings', { response: clinicSettingsSchema }, () => current);
    fakeApi.route('put', '/c/:clinic/settings', put, ({ headers }) => {
      expect(headers.get('if-match')).toBe('"1"');
      throw new FakeProblem('version-conflict', { version: 2 });
    });
    const { user } = renderPage('/c/harbor/settings');
    const name = await nameField();
    current = { ...current, name: 'Their name', version: 2 };
    await user.type(name, ' mine');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Someone else has changed the settings/)).toBeVisible();
    expect(name).toHaveValue('Harbor Clinic mine');
    await user.click(screen.getByRole('button', { name: 'Show theirs and discard mine' }));
    await waitFor(() => expect(name).toHaveValue('Their name'));
  });

  it('want a number of every crisis line, and at least one line', async () => {
    signedInAs({ roles: ['director'] });
    const { user } = renderPage('/c/harbor/settings');
    await user.click(await screen.findByRole('button', { name: 'Add a line' }));
    const added = screen.getByRole('group', { name: 'Crisis line 2' });
    await user.type(within(added).getByLabelText('Name'), 'Night line');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await within(added).findByText('A crisis line needs a number to call or to text.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Remove crisis line 2' }));
    await user.click(screen.getByRole('button', { name: 'Remove crisis line 1' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/A clinic needs at least one crisis line/)).toBeVisible();
  });

  it('open the clinic to all clinicians only by a director', async () => {
    signedInAs({ roles: ['administrator'] });
    renderPage('/c/harbor/settings');
    const choice = await screen.findByRole('group', { name: 'Clinicians may treat' });
    expect(within(choice).getByRole('radio', { name: /every patient/ })).toBeDisabled();
  });

  it('are read only for who may not change them', async () => {
    signedInAs({ roles: ['nurse'] });
    renderPage('/c/harbor/settings');
    expect(await nameField()).toHaveAttribute('readonly');
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });
});
