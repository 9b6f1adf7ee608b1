import { forgottenPasswordRequestSchema, statusSchema } from '@courseline/contracts';
import { askForReset } from '../api/sign-in';
import { request } from '../api/client';
import { FakeProblem, fakeApi } from './fake-api';

describe('the fake API', () => {
  it('fails a test whose page sends what the contract refuses', async () => {
    const route = { body: forgottenPasswordRequestSchema, response: null };
    fakeApi.route('post', '/sign-in/forgotten', route, () => null);
    await expect(askForReset({ email: 'nobody' })).rejects.toThrow();
    expect(() => fakeApi.finish()).toThrow('POST /sign-in/forgotten was sent what its contract refuses');
  });

  it('fails a test whose fake answer breaks its contract', async () => {
    const wrong = { state: 'asleep' };
    fakeApi.route('get', '/status', { response: statusSchema }, () => wrong as never);
    await expect(request('GET', '/status', { schema: statusSchema })).rejects.toThrow();
    expect(() => fakeApi.finish()).toThrow('The fake answer to GET /status breaks its contract');
  });

  it('fails a test that asks for what no route was given for', async () => {
    const silent = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await expect(request('GET', '/status', { schema: statusSchema })).rejects.toThrow();
    silent.mockRestore();
    expect(() => fakeApi.finish()).toThrow('No route was given for GET /api/status');
  });

  it('sends a problem as the server would', async () => {
    fakeApi.route('get', '/status', { response: statusSchema }, () => {
      throw new FakeProblem('unavailable', { retryAfterSeconds: 2 });
    });
    await expect(request('GET', '/status', { schema: statusSchema })).rejects.toMatchObject({
      name: 'ProblemError',
      code: 'unavailable',
      status: 503,
    });
  });
});
