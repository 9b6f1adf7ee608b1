import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { AppConfig } from './app-config.js';

/** Thrown when settings are missing or wrong. Names each of them and never tells a value: values can be secrets. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(['These settings are missing or wrong:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.name = 'ConfigError';
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** What is known before any setting is read: where the process stands. */
export interface Surroundings {
  readonly cwd: string;
  /** Where the built dashboard lies when DASHBOARD_DIR does not say otherwise. */
  readonly dashboardDir: string;
}

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);
const proxyRanges = new Set(['loopback', 'linklocal', 'uniquelocal']);

const databaseUrl = () =>
  z.string('is needed').refine((value) => {
    const url = parseUrl(value);
    return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
  }, 'must be an address such as postgres://user:password@host:5432/database');

const loginUrls = ['APP_DATABASE_URL', 'IDENTITY_DATABASE_URL', 'JOBS_DATABASE_URL'] as const;

const environmentSchema = z
  .object({
    NODE_ENV: z
      .enum(['production', 'development', 'test'], 'must be production, development or test')
      .default('production'),
    DATABASE_URL: databaseUrl(),
    APP_DATABASE_URL: databaseUrl().optional(),
    IDENTITY_DATABASE_URL: databaseUrl().optional(),
    JOBS_DATABASE_URL: databaseUrl().optional(),
    HOST: z.string().max(255).default('127.0.0.1'),
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, 'must be a port number')
      .transform(Number)
      .refine((port) => port <= 65535, 'must be a port number')
      .default(3000),
    PUBLIC_URL: z
      .string()
      .refine(isPublicOrigin, {
        message: 'must be https:// and a host, without a path; http:// only for localhost and 127.0.0.1',
      })
      .optional(),
    DATA_DIR: z.string().default('.data'),
    DASHBOARD_DIR: z.string().optional(),
    SMTP_URL: z
      .string()
      .refine((value) => /^smtps?:$/.test(parseUrl(value)?.protocol ?? ''), 'must be smtp://… or smtps://…')
      .optional(),
    MAIL_FROM: z
      .string()
      .max(320)
      .regex(/^[^\r\n]*@[^\r\n]*$/, 'must be an e-mail address')
      .optional(),
    DEMO: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
    SECRET: z
      .string('is needed: at least 32 random bytes')
      .refine((value) => new TextEncoder().encode(value).length >= 32, 'must have at least 32 bytes')
      .refine((value) => new Set(value).size >= 10, 'must be random'),
    TRUSTED_PROXY: z
      .string()
      .transform((value) => value.split(',').map((part) => part.trim()))
      .refine((parts) => parts.every(isProxy), 'must be IP addresses or networks, separated by commas')
      .default([]),
    LARGEST_UPLOAD_MB: z
      .string()
      .regex(/^\d{1,4}$/, 'must be a whole number of megabytes')
      .transform(Number)
      .refine((megabytes) => megabytes >= 1 && megabytes <= 1024, 'must be from 1 to 1024 megabytes')
      .default(5),
    JOBS: z.enum(['0', '1'], 'must be 0 or 1').default('1'),
  })
  .superRefine((values, context) => {
    if (values.DEMO === '1' && (values.NODE_ENV === 'production' || !isLoopback(values.HOST))) {
      const message = 'is for loopback addresses only and never in production: everyone knows the passwords';
      context.addIssue({ code: 'custom', path: ['DEMO'], message });
    }
    if ((values.SMTP_URL === undefined) !== (values.MAIL_FROM === undefined)) {
      const missing = values.SMTP_URL === undefined ? 'SMTP_URL' : 'MAIL_FROM';
      context.addIssue({
        code: 'custom',
        path: [missing],
        message: 'is needed: SMTP_URL and MAIL_FROM go together',
      });
    }
    const missing = loginUrls.filter((name) => values[name] === undefined);
    if (missing.length > 0 && missing.length < loginUrls.length) {
      const message = `is needed: ${loginUrls.join(', ')} go together`;
      for (const name of missing) context.addIssue({ code: 'custom', path: [name], message });
    }
  });

/** The settings of an environment, or a `ConfigError` that names every one that is wrong. */
export function readConfig(environment: Environment, surroundings: Surroundings): AppConfig {
  // An empty variable is how compose files and shells say "not set".
  const given = Object.fromEntries(
    Object.keys(environmentSchema.shape).map((name) => [
      name,
      environment[name] === '' ? undefined : environment[name],
    ]),
  );
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const values = parsed.data;
  const { cwd } = surroundings;
  return new AppConfig({
    environment: values.NODE_ENV,
    ownerDatabaseUrl: values.DATABASE_URL,
    appDatabaseUrl: values.APP_DATABASE_URL ?? null,
    identityDatabaseUrl: values.IDENTITY_DATABASE_URL ?? null,
    jobsDatabaseUrl: values.JOBS_DATABASE_URL ?? null,
    host: values.HOST,
    port: values.PORT,
    publicOrigin: new URL(values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).origin,
    dataDir: resolve(cwd, values.DATA_DIR),
    dashboardDir: resolve(cwd, values.DASHBOARD_DIR ?? surroundings.dashboardDir),
    mail:
      values.SMTP_URL === undefined || values.MAIL_FROM === undefined
        ? null
        : { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM },
    demo: values.DEMO === '1',
    secret: values.SECRET,
    trustedProxies: values.TRUSTED_PROXY,
    largestUploadBytes: values.LARGEST_UPLOAD_MB * 1_048_576,
    runJobs: values.JOBS === '1',
  });
}

function parseUrl(value: string): URL | null {
  return URL.canParse(value) ? new URL(value) : null;
}

function isPublicOrigin(value: string): boolean {
  const url = parseUrl(value);
  if (url === null || url.username !== '' || url.pathname !== '/' || url.search !== '' || url.hash !== '')
    return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopbackNames.has(url.hostname));
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function isProxy(part: string): boolean {
  if (proxyRanges.has(part)) return true;
  const [address = '', bits, ...rest] = part.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
