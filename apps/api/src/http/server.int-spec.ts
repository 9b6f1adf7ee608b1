import { problemSchema } from '@courseline/contracts';
import { aClinic, aMember, type TestClinic } from '../../test/builders/index.js';
import { canary, ProbeModule, UndeclaredModule } from '../../test/probe-feature.js';
import { startTestApp, type SignedIn, type TestApp } from '../../test/test-app.js';
import type { TestClient } from '../../test/test-client.js';
import { newId } from '../database/ids.js';

let app: TestApp;
let clinic: TestClinic;
let nurse: SignedIn;
let browser: TestClient;
const log: string[] = [];

beforeAll(async () => {
  app = await startTestApp({
    features: [ProbeModule],
    server: { log: { write: (line) => void log.push(line) } },
  });
  clinic = await aClinic(app, { timeZone: 'Asia/Kolkata' });
  nurse = await aMember(app, clinic, ['nurse']);
  browser = app.as(nurse);
});
afterAll(() => app.close());
afterEach(() => {
  expect(log.join('')).not.toContain(canary);
  log.length = 0;
});

describe('an answer', () => {
  it('says that the server is well', async () => {
    expect(await app.anonymous().get('/api/health')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it.each(['/api/health', '/api/nothing', '/nothing', '/api/probe/throws'])(
    'of %s has the headers of all',
    async (path) => {
      const { headers } = await app.anonymous().get(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'permissions-policy': expect.stringContaining('camera=()'),
      });
      expect(headers).not.toHaveProperty('server');
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      if (path.startsWith('/api/')) expect(headers['cache-control']).toBe('no-store');
    },
  );

  it('is a problem where there is nothing', async () => {
    const answer = await app.anonymous().get('/api/nothing');
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.as(problemSchema)).toEqual({
      type: '/problems/not-found',
      code: 'not-found',
      title: expect.any(String),
      status: 404,
      instance: expect.any(String),
    });
  });

  it('cuts what its contract does not list', async () => {
    const { body } = await app.anonymous().post('/api/probe/echo', { text: 'a' });
    expect(body).toEqual({ text: 'a' });
  });

  it.each(['/api/probe/broken-answer', '/api/probe/throws'])('tells nothing when %s fails', async (path) => {
    const answer = await app.anonymous().get(path);
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(answer.text).not.toMatch(/Canary|RangeError|stack|at /);
    const { instance } = answer.as(problemSchema);
    expect(log.join('')).toContain(instance);
  });

  it('points to each wrong field, and repeats no value', async () => {
    const answer = await browser.post('/api/probe/echo', {
      text: 7,
      count: canary,
      [canary.slice(0, 6)]: 1,
      'a/b~c': 2,
    });
    expect(answer.status).toBe(400);
    expect(
      answer
        .as(problemSchema)
        .errors?.map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(['/Canary', '/a~1b~0c', '/count', '/text']);
    expect(answer.text).not.toContain(canary);
  });

  it('refuses what a route does not expect', async () => {
    expect((await browser.get('/api/probe/query?page=3')).body).toEqual({ page: 3 });
    for (const query of ['', '?page=x', '?page=3&page=4', '?page=3&more=1', '?page=10']) {
      expect(await browser.get(`/api/probe/query${query}`)).toMatchObject({
        status: 400,
        body: { code: 'invalid-request' },
      });
    }
    expect((await browser.get('/api/health?x=1')).status).toBe(400);
  });
});

describe('a body', () => {
  const send = (body: string | Buffer, headers: Record<string, string> = {}) =>
    app.anonymous().send('POST', '/api/probe/echo', body, { headers });

  it.each([
    ['nested 5,000 deep', '{"text":' + '['.repeat(5_000) + ']'.repeat(5_000) + '}'],
    ['null', 'null'],
    ['a list', '[{"text":"a"}]'],
    ['a text', '"text"'],
    ['broken', '{"text":'],
    ['with a NUL', '{"text":"a\\u0000b"}'],
    ['with half a surrogate pair', '{"text":"a\\ud800b"}'],
    ['with a number too large', '{"text":"a","count":1e400}'],
    ['with a prototype', '{"text":"a","__proto__":{"count":1}}'],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0x74, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['empty', Buffer.alloc(0)],
  ])('that is %s is refused', async (_, body) => {
    expect(await send(body)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });

  it('may be as deep as anything here is', async () => {
    expect((await send('{"text":"[[[[[[[[{{{{{{{{\\"[[["}')).status).toBe(200);
  });

  it('of more than a megabyte is too large', async () => {
    expect(await send(`{"text":"${'a'.repeat(1_100_000)}"}`)).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json\ta',
    ' application/jso',
  ])('of type %s is not read', async (type) => {
    expect(await send('{"text":"a"}', { 'content-type': type })).toMatchObject({
      status: 415,
      body: { code: 'unsupported-media-type' },
    });
  });
});

describe('a change', () => {
  const body = { text: 'a' };

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'cross-site', origin: 'https://clinic.example.org' },
    { 'sec-fetch-site': '', origin: 'https://clinic.example.org' },
  ])('is refused from elsewhere: %j', async (headers) => {
    expect(await browser.post('/api/probe/echo', body, { headers })).toMatchObject({
      status: 403,
      body: { code: 'cross-site-request' },
    });
  });

  it('without the browser’s word needs exactly our origin', async () => {
    const inject = (headers: Record<string, string>) =>
      app.nest.inject({ method: 'POST', url: '/api/probe/echo', payload: body, headers });
    expect((await inject({ origin: 'https://clinic.example.org' })).statusCode).toBe(200);
    for (const origin of [
      'https://clinic.example.org.evil.example',
      'http://clinic.example.org',
      'https://clinic.example.org:8443',
      'null',
    ]) {
      expect((await inject({ origin })).statusCode).toBe(403);
    }
    expect((await inject({})).statusCode).toBe(403);
  });

  it('names the version it was made from', async () => {
    const path = `${clinic.path}/probe/version`;
    expect((await browser.post(path, undefined, { ifMatch: 3 })).body).toEqual({ version: 3 });
    expect(await browser.post(path)).toMatchObject({ status: 428, body: { code: 'version-required' } });
    for (const header of ['3', 'W/"3"', '"-1"', '*', '"3", "4"', '"03"']) {
      expect((await browser.post(path, undefined, { headers: { 'if-match': header } })).status).toBe(400);
    }
  });
});

describe('the log', () => {
  it('says of a request which route, never which address', async () => {
    const quiet = await startTestApp({
      features: [ProbeModule],
      settings: { environment: 'production' },
      server: { log: { write: (line) => void log.push(line) } },
    });
    const patient = newId();
    await quiet
      .anonymous()
      .get(`/api/c/secret-clinic/probe/zone/${patient}?name=${encodeURIComponent(canary)}`);
    await quiet.close();
    const lines = log.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toEqual([
      expect.objectContaining({ method: 'GET', route: '/api/c/:clinic/probe/zone/:patient', status: 401 }),
    ]);
    expect(log.join('')).not.toMatch(new RegExp(`${patient}|secret-clinic|Canary|%20`));
  });
});

describe('the start', () => {
  it('is refused when a handler does not say who may use it', async () => {
    await expect(startTestApp({ features: [UndeclaredModule] })).rejects.toMatchObject({
      findings: [
        expect.stringMatching(/^UndeclaredController.undeclared has no @Route$/),
        expect.stringMatching(/^UndeclaredController.wrong must have clinic access exactly when/),
        expect.stringMatching(/^UndeclaredController.wrong has other parameters/),
      ],
    });
  });
});
