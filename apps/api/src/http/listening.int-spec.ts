import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestApp, type TestApp } from '../../test/test-app.js';

let dir: string;
let app: TestApp;
let port: number;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'courseline-dashboard-'));
  mkdirSync(join(dir, 'assets'));
  writeFileSync(
    join(dir, 'index.html'),
    '<!doctype html>\n<html>\n  <head>\n    <title>Courseline</title>\n  </head>\n</html>\n',
  );
  writeFileSync(join(dir, 'assets', 'main-1a2b3c.js'), `console.log('${'x'.repeat(5_000)}');`);
  writeFileSync(join(dir, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  app = await startTestApp({ features: [], settings: { dashboardDir: dir }, server: { bodyPatience: 100 } });
  await app.nest.listen(0, '127.0.0.1');
  const address: unknown = app.nest.getHttpServer().address();
  port = Number(Reflect.get(address as object, 'port'));
});
afterAll(async () => {
  await app.close();
  rmSync(dir, { recursive: true });
});

describe('the dashboard', () => {
  const nonceOf = (text: string): string | undefined =>
    /<meta name="csp-nonce" content="([^"]+)" \/>/.exec(text)?.[1];

  it.each(['/', '/c/harbour/caseload', '/link', '/sign-in?next=x'])(
    'is the page at %s, with a nonce of its own',
    async (path) => {
      const [first, second] = [await app.anonymous().get(path), await app.anonymous().get(path)];
      expect(first).toMatchObject({
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
      });
      expect(first.text).toMatch(/^<!doctype html>\n<html>\n {2}<head>\n {4}<meta name="csp-nonce"/);
      expect(first.text.split('<head>')).toHaveLength(2);
      const nonce = nonceOf(first.text);
      expect(nonce).toMatch(/^[A-Za-z0-9_-]{24}$/);
      expect(nonceOf(second.text)).not.toBe(nonce);
      const policy = String(first.headers['content-security-policy']);
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toMatch(/unsafe|\*/);
    },
  );

  it('keeps files whose names change with their content for ever, and asks about others', async () => {
    const script = await app.anonymous().get('/assets/main-1a2b3c.js');
    expect(script).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'public, max-age=31536000, immutable' },
    });
    expect(await app.anonymous().get('/favicon.svg')).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'no-cache' },
    });
  });

  it.each(['/api', '/api/', '/api/nothing', '/assets/gone.js', '/index.html', '/.env', '/../package.json'])(
    'is not the answer to %s',
    async (path) => {
      expect(await app.anonymous().get(path)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    },
  );

  it('never gives a file from outside its folder', async () => {
    for (const path of ['/assets/..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/etc/passwd', '//etc/passwd']) {
      expect((await app.anonymous().get(path)).text).not.toContain('root:');
    }
  });

  it('comes compressed to whoever can read it so', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/assets/main-1a2b3c.js`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toContain('xxxxx');
  });
});

describe('a connection', () => {
  const talk = (words: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(words));
      let heard = '';
      socket.on('data', (bytes) => (heard += bytes.toString()));
      socket.once('close', () => resolve(heard));
      socket.once('error', reject);
    });

  it('is cut when a body does not come', async () => {
    const head =
      'POST /api/nothing HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n';
    // Without the cut this would wait until the test gives up.
    expect(await talk(`${head}{"text":`)).not.toMatch(/^HTTP\/1.1 200/);
  });

  it('is not cut when the body has come', async () => {
    const body = '{"text":"a"}';
    const head = `POST /api/nothing HTTP/1.1\r\nhost: x\r\nconnection: close\r\nsec-fetch-site: same-origin\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
    expect(await talk(`${head}${body}`)).toMatch(/^HTTP\/1.1 404/);
  });
});
