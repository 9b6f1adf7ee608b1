import { ConfigError, readConfig } from './read-config.js';

const surroundings = { cwd: '/srv/clinic', dashboardDir: '/srv/clinic/dashboard' };
const good = {
  DATABASE_URL: 'postgres://owner:hunter2@db.example.org:5432/courseline',
  SECRET: 'c2f1b0d47e9a83655d1e0fa9b8c7d6e5',
};

function problemsOf(environment: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(environment, surroundings);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('settings', () => {
  it('needs only the database and the secret', () => {
    const config = readConfig(good, surroundings);
    expect(config).toMatchObject({
      environment: 'production',
      host: '127.0.0.1',
      port: 3000,
      publicOrigin: 'http://localhost:3000',
      dataDir: '/srv/clinic/.data',
      dashboardDir: '/srv/clinic/dashboard',
      appDatabaseUrl: null,
      mail: null,
      trustedProxies: [],
      largestUploadBytes: 5_242_880,
      jobsDatabaseUrl: null,
      runJobs: true,
    });
  });

  it('takes a size of uploads in megabytes', () => {
    expect(readConfig({ ...good, LARGEST_UPLOAD_MB: '64' }, surroundings).largestUploadBytes).toBe(
      67_108_864,
    );
    for (const wrong of ['0', '1025', '5 MB', '-1'])
      expect(problemsOf({ ...good, LARGEST_UPLOAD_MB: wrong })).toEqual([
        expect.stringMatching(/^LARGEST_UPLOAD_MB: /),
      ]);
  });

  it('cannot be changed afterwards', () => {
    const config = readConfig(good, surroundings);
    expect(() => Object.assign(config, { port: 1 })).toThrow(TypeError);
    expect(() => (config.trustedProxies as string[]).push('10.0.0.1')).toThrow(TypeError);
  });

  it('names every wrong setting at once and never tells a value', () => {
    const wrong = {
      NODE_ENV: 'staging-9',
      DATABASE_URL: 'mysql://root:topsecret@db/x',
      PORT: '99999',
      PUBLIC_URL: 'http://clinic.example.org',
      SECRET: 'short-and-secret',
      SMTP_URL: 'https://mail-secret.example.org',
      TRUSTED_PROXY: '10.0.0.0/99',
    };
    const problems = problemsOf(wrong);
    const names = problems.map((problem) => problem.split(':')[0]);
    expect(new Set(names)).toEqual(new Set(Object.keys(wrong)));
    for (const value of Object.values(wrong)) expect(problems.join('\n')).not.toContain(value);
    expect(problems.join('\n')).not.toMatch(/topsecret|mail-secret/);
  });

  it('reads an empty variable as one that is not set', () => {
    expect(readConfig({ ...good, PORT: '', PUBLIC_URL: '' }, surroundings).port).toBe(3000);
    expect(problemsOf({ ...good, SECRET: '' })).toEqual([expect.stringMatching(/^SECRET: is needed/)]);
  });

  it.each([
    'https://clinic.example.org',
    'http://localhost:8080',
    'http://127.0.0.1:8080',
    'http://[::1]:8080',
  ])('serves browsers under %s', (url) => {
    expect(readConfig({ ...good, PUBLIC_URL: url }, surroundings).publicOrigin).toBe(url);
  });

  it.each([
    'http://clinic.example.org',
    'https://clinic.example.org/app',
    'https://user@clinic.example.org',
    'http://localhost.example.org',
    'ftp://localhost',
    'clinic.example.org',
  ])('refuses %s as the address of the product', (url) => {
    expect(problemsOf({ ...good, PUBLIC_URL: url })).toEqual([expect.stringMatching(/^PUBLIC_URL: /)]);
  });

  it('refuses a secret of too few different characters', () => {
    expect(problemsOf({ ...good, SECRET: 'a'.repeat(64) })).toEqual(['SECRET: must be random']);
  });

  it.each([
    { DEMO: '1' },
    { DEMO: '1', NODE_ENV: 'development', HOST: '0.0.0.0' },
    { DEMO: 'yes', NODE_ENV: 'development' },
  ])('refuses %j', (wrong) => {
    expect(problemsOf({ ...good, ...wrong })).toEqual([expect.stringMatching(/^DEMO: /)]);
  });

  it('lets the demo run on loopback outside production', () => {
    expect(readConfig({ ...good, DEMO: '1', NODE_ENV: 'development' }, surroundings).demo).toBe(true);
  });

  it('wants settings that go together to come together', () => {
    expect(problemsOf({ ...good, SMTP_URL: 'smtp://mail:25' })).toEqual([
      expect.stringMatching(/^MAIL_FROM: /),
    ]);
    expect(problemsOf({ ...good, APP_DATABASE_URL: 'postgres://a:b@db/c' })).toEqual([
      expect.stringMatching(/^IDENTITY_DATABASE_URL: /),
      expect.stringMatching(/^JOBS_DATABASE_URL: /),
    ]);
  });

  it.each(['10.0.0.1', '10.0.0.0/8, ::1', 'loopback'])('trusts the proxy %s', (value) => {
    expect(readConfig({ ...good, TRUSTED_PROXY: value }, surroundings).trustedProxies).toEqual(
      value.split(', '),
    );
  });
});
