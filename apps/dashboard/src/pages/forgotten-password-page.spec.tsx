import { forgottenPasswordRequestSchema, statusSchema } from '@courseline/contracts';
import { screen } from '@testing-library/react';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';

function open(mail: boolean) {
  fakeApi.route('get', '/status', { response: statusSchema }, () => ({ state: 'ready', mail }));
  return renderPage('/forgotten-password');
}

describe('a forgotten password', () => {
  it('says the same whether the address is known or not', async () => {
    let asked: string | null = null;
    fakeApi.route(
      'post',
      '/sign-in/forgotten',
      { body: forgottenPasswordRequestSchema, response: null },
      ({ body }) => {
        asked = body.email;
        return null;
      },
    );
    const { user } = open(true);
    await user.type(await screen.findByLabelText(/^Email/), 'Okafor@Harbor.example');
    await user.click(screen.getByRole('button', { name: 'Send the link' }));
    expect(await screen.findByText(/belongs to an account, a link is on its way/)).toBeVisible();
    expect(asked).toBe('okafor@harbor.example');
  });

  it('says how long to wait after too many requests, and keeps what was typed', async () => {
    fakeApi.route(
      'post',
      '/sign-in/forgotten',
      { body: forgottenPasswordRequestSchema, response: null },
      () => {
        throw new FakeProblem('too-many-requests', { retryAfterSeconds: 120 });
      },
    );
    const { user } = open(true);
    await user.type(await screen.findByLabelText(/^Email/), 'okafor@harbor.example');
    await user.click(screen.getByRole('button', { name: 'Send the link' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Try again in 2 minutes');
    expect(screen.getByLabelText(/^Email/)).toHaveValue('okafor@harbor.example');
  });

  it('says whom to ask where the server sends no email', async () => {
    open(false);
    expect(await screen.findByText(/This server does not send email/)).toBeVisible();
    expect(screen.queryByLabelText(/^Email/)).toBeNull();
  });
});
