import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { AppConfig, type Settings } from '../config/app-config.js';
import { loginRole } from './credentials.js';
import { scramVerifier } from './scram.js';

const settings: Settings = {
  environment: 'test',
  ownerDatabaseUrl: 'postgres://owner:hunter2@db.example.org:5433/courseline?sslmode=verify-full',
  appDatabaseUrl: null,
  identityDatabaseUrl: null,
  jobsDatabaseUrl: null,
  host: '127.0.0.1',
  port: 0,
  publicOrigin: 'https://clinic.example.org',
  dataDir: '/srv',
  dashboardDir: '/srv',
  mail: null,
  demo: false,
  secret: 'c2f1b0d47e9a83655d1e0fa9b8c7d6e5',
  trustedProxies: [],
  largestUploadBytes: 1_000_000,
  runJobs: false,
};
const config = (change: Partial<Settings> = {}): AppConfig => new AppConfig({ ...settings, ...change });

describe('the role a process signs in as', () => {
  it('is one of the database’s own, never the group itself, at the same server', () => {
    const { name, url, password } = loginRole(config(), 'app');
    expect(name).toBe('courseline_app_login');
    const { host, pathname, search } = new URL(url);
    expect([host, pathname, search]).toEqual(['db.example.org:5433', '/courseline', '?sslmode=verify-full']);
    expect(new URL(url).password).toBe(password);
    expect(url).not.toContain('hunter2');
  });

  it('has a password that follows from the secret and from nothing a stranger knows', () => {
    const { password } = loginRole(config(), 'app');
    expect(loginRole(config(), 'app').password).toBe(password);
    expect(loginRole(config(), 'identity').password).not.toBe(password);
    expect(loginRole(config({ secret: `${settings.secret}x` }), 'app').password).not.toBe(password);
  });

  it('has a name that PostgreSQL does not cut, and that two long databases do not share', () => {
    const long = (end: string) =>
      loginRole(config({ ownerDatabaseUrl: `postgres://o@db/${'d'.repeat(60)}${end}` }), 'app').name;
    expect(long('1').length).toBeLessThanOrEqual(63);
    expect(long('1')).not.toBe(long('2'));
  });

  it('is the one the settings give', () => {
    const given = loginRole(config({ appDatabaseUrl: 'postgres://my%20role:pw@db/courseline' }), 'app');
    expect(given).toMatchObject({ name: 'my role', password: null });
  });
});

describe('what is sent of a password', () => {
  it('is a verifier that PostgreSQL checks as RFC 5803 says, and the same each time', () => {
    const verifier = scramVerifier('pencil');
    expect(scramVerifier('pencil')).toBe(verifier);
    const [, rounds = '', salt = '', stored, server] =
      /^SCRAM-SHA-256\$(\d+):([^$]+)\$([^:]+):(.+)$/.exec(verifier) ?? [];
    const salted = pbkdf2Sync('pencil', Buffer.from(salt, 'base64'), Number(rounds), 32, 'sha256');
    const key = (label: string): Buffer => createHmac('sha256', salted).update(label).digest();
    expect(stored).toBe(createHash('sha256').update(key('Client Key')).digest('base64'));
    expect(server).toBe(key('Server Key').toString('base64'));
  });
});
