import { trajectorySchema, type Trajectory } from '@courseline/contracts';
import { screen, within } from '@testing-library/react';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';
import { anaId, anasTrajectory, emptyTrajectory } from '../testing/trajectory-builder';

const path = '/c/:clinic/patients/:patient/trajectory';

function open(trajectory: Trajectory) {
  signedInAs({ roles: ['nurse'] });
  fakeApi.route('get', path, { response: trajectorySchema }, () => trajectory);
  return renderPage(`/c/harbor/patients/${anaId}/side-effects`);
}

describe('the side effects of a course', () => {
  it('say how often of the sessions asked, how severe and for how long', async () => {
    open(anasTrajectory());
    expect(
      await screen.findByText(
        'Side effects in 4 of 4 sessions asked. Most often dissociation: 4 of 4, at worst moderate.',
      ),
    ).toBeVisible();
    const table = screen.getByRole('table', { name: /most frequent first/ });
    expect(within(table).getByRole('row', { name: /Dissociation/ })).toHaveTextContent(
      /4 of 4.*2 mild, 2 moderate.*median 53 min, longest 58 min \(4 sessions\)/,
    );
    expect(screen.getByRole('button', { name: /CSV\s*of side effects by session/ })).toBeVisible();
  });

  it('stand session by session, 0 where asked and none', async () => {
    open(anasTrajectory());
    const map = await screen.findByRole('region', { name: 'Side effects session by session' });
    const cells = (name: string) =>
      within(within(map).getByRole('row', { name: new RegExp(`^${name}`) }))
        .getAllByRole('cell')
        .map(({ textContent }) => textContent);
    expect(cells('Nausea')).toEqual(['1', '0', '0', '1']);
    expect(cells('Worst of the session')).toEqual(['2', '2', '1', '1']);
  });

  it('are never called none where nobody asked', async () => {
    const trajectory = anasTrajectory();
    open({
      ...trajectory,
      sessions: trajectory.sessions.map((session) => ({
        ...session,
        sideEffectsAsked: 'not-asked',
        sideEffects: [],
      })),
      sideEffects: { sessions: 4, sessionsAsked: 0, any: { x: 0, n: 0 }, effects: [] },
    });
    expect(
      await screen.findByText(/not asked about in any of 4 sessions: nothing can be said/),
    ).toBeVisible();
  });

  it('will be here once a session is signed', async () => {
    open(emptyTrajectory());
    expect(await screen.findByText('The side effects of the course will be here')).toBeVisible();
  });

  it('say when they could not be loaded', async () => {
    signedInAs({ roles: ['nurse'] });
    fakeApi.route('get', path, { response: trajectorySchema }, () => {
      throw new FakeProblem('not-found');
    });
    renderPage(`/c/harbor/patients/${anaId}/side-effects`);
    expect(await screen.findByRole('alert')).toBeVisible();
  });
});
