import { startTestApp, type TestApp } from '../../test/test-app.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('the server', () => {
  it('says that it is well', async () => {
    expect(await app.anonymous().get('/api/health')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });
  it('answers an unknown address with a problem', async () => {
    expect(await app.anonymous().get('/api/nothing')).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
  });
});
