import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { shortcutStore } from './shortcuts';
import { useShortcut, useShortcutKeys } from './use-shortcut';

interface PageProps {
  readonly done: (what: string) => void;
}

function Page({ done }: PageProps) {
  useShortcutKeys();
  useShortcut({ keys: 'g c', does: 'Open the caseload' }, () => done('caseload'));
  useShortcut({ keys: 'c', does: 'Close' }, () => done('close'));
  useShortcut({ keys: 'x', does: 'Nothing', enabled: false }, () => done('disabled'));
  return (
    <>
      <input aria-label="Note" />
      <div role="dialog">
        <button type="button">In a dialog</button>
      </div>
    </>
  );
}

function open() {
  const done: string[] = [];
  const rendered = render(<Page done={(what) => done.push(what)} />);
  return { done, ...rendered, user: userEvent.setup() };
}

describe('single keys', () => {
  afterEach(() => shortcutStore.setSingleKeys(true));

  it('run alone and in sequence', async () => {
    const { done, user } = open();
    await user.keyboard('c');
    await user.keyboard('gc');
    expect(done).toEqual(['close', 'caseload']);
  });

  it('forget a first key when another comes between', async () => {
    const { done, user } = open();
    await user.keyboard('gyc');
    expect(done).toEqual(['close']);
  });

  it('do nothing in fields, in dialogs, with a modifier, or while they are not offered', async () => {
    const { done, user } = open();
    await user.type(screen.getByLabelText('Note'), 'gc');
    await user.click(screen.getByRole('button'));
    await user.keyboard('c');
    screen.getByRole('button').blur();
    await user.keyboard('{Control>}c{/Control}x');
    expect(done).toEqual([]);
  });

  it('can be switched off, and stay off', async () => {
    const { done, user } = open();
    shortcutStore.setSingleKeys(false);
    await user.keyboard('c');
    expect(done).toEqual([]);
    expect(localStorage.getItem('courseline.single-keys')).toBe('off');
  });

  it('end with the page that offered them', async () => {
    const { done, user, unmount } = open();
    unmount();
    await user.keyboard('c');
    expect(done).toEqual([]);
    expect(shortcutStore.list()).toEqual([]);
  });
});
