import { mailboxSchema } from '@courseline/contracts';
import { screen, within } from '@testing-library/react';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';

const letter = {
  id: '01990000-0000-7000-8000-0000000000cc',
  at: '2026-11-24T21:00:00Z',
  by: 'email' as const,
  to: 'ana.rivera@mail.example',
  subject: 'A few questions from Harbor Clinic',
  text: 'Hello,\n\nhttp://localhost:3000/link#abc\n\nBye <b>now</b>.',
};

describe('the mailbox of the demo', () => {
  it('shows letters as text, with links that can be opened', async () => {
    fakeApi.route('get', '/mailbox', { response: mailboxSchema }, () => ({ letters: [letter] }));
    renderPage('/mailbox');
    const article = within(await screen.findByRole('article', { name: letter.subject }));
    expect(article.getByText(/ana.rivera@mail.example/)).toBeVisible();
    expect(article.getByRole('link')).toHaveAttribute('href', 'http://localhost:3000/link#abc');
    expect(article.getByText(/Bye <b>now<\/b>/)).toBeVisible();
  });

  it('shows the newest first, and all of them when asked', async () => {
    const letters = Array.from({ length: 21 }, (_, index) => ({
      ...letter,
      id: `01990000-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`,
      subject: `Letter ${index}`,
    }));
    fakeApi.route('get', '/mailbox', { response: mailboxSchema }, () => ({ letters }));
    const { user } = renderPage('/mailbox');
    expect(await screen.findByRole('article', { name: 'Letter 0' })).toBeVisible();
    expect(screen.queryByRole('article', { name: 'Letter 20' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show all 21' }));
    expect(screen.getByRole('article', { name: 'Letter 20' })).toBeVisible();
  });

  it('says what will be there, and that there is none elsewhere', async () => {
    fakeApi.route('get', '/mailbox', { response: mailboxSchema }, () => ({ letters: [] }));
    const { unmount } = renderPage('/mailbox');
    expect(await screen.findByText('Nothing was sent yet.')).toBeVisible();
    unmount();
    fakeApi.route('get', '/mailbox', { response: mailboxSchema }, () => {
      throw new FakeProblem('not-found');
    });
    renderPage('/mailbox');
    expect(await screen.findByRole('heading', { name: 'There is no mailbox here' })).toBeVisible();
  });
});
