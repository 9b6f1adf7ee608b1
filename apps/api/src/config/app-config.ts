/** The settings of one process. */
export interface Settings {
  readonly environment: 'production' | 'development' | 'test';
  /** The owner of the database: migrates, then is closed. */
  readonly ownerDatabaseUrl: string;
  /** Null: a login role of the app's own is made, its password derived from the secret. */
  readonly appDatabaseUrl: string | null;
  readonly identityDatabaseUrl: string | null;
  readonly jobsDatabaseUrl: string | null;
  readonly host: string;
  readonly port: number;
  /** Scheme, host and port under which browsers reach the product; no path. */
  readonly publicOrigin: string;
  readonly dataDir: string;
  /** The built dashboard. */
  readonly dashboardDir: string;
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null;
  /** The database holds the demo clinics, whose passwords everyone knows. */
  readonly demo: boolean;
  readonly secret: string;
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** The largest file that may be uploaded for an import. The command line reads files of any size. */
  readonly largestUploadBytes: number;
  /** Whether this process does the work that nobody waits for: letters, reminders. At least one process must. */
  readonly runJobs: boolean;
}

/** The settings of this process, checked once at start and never changed. */
export class AppConfig implements Settings {
  readonly environment: Settings['environment'];
  readonly ownerDatabaseUrl: string;
  readonly appDatabaseUrl: string | null;
  readonly identityDatabaseUrl: string | null;
  readonly jobsDatabaseUrl: string | null;
  readonly host: string;
  readonly port: number;
  readonly publicOrigin: string;
  readonly dataDir: string;
  readonly dashboardDir: string;
  readonly mail: Settings['mail'];
  readonly demo: boolean;
  readonly secret: string;
  readonly trustedProxies: readonly string[];
  readonly largestUploadBytes: number;
  readonly runJobs: boolean;

  constructor(settings: Settings) {
    this.environment = settings.environment;
    this.ownerDatabaseUrl = settings.ownerDatabaseUrl;
    this.appDatabaseUrl = settings.appDatabaseUrl;
    this.identityDatabaseUrl = settings.identityDatabaseUrl;
    this.jobsDatabaseUrl = settings.jobsDatabaseUrl;
    this.host = settings.host;
    this.port = settings.port;
    this.publicOrigin = settings.publicOrigin;
    this.dataDir = settings.dataDir;
    this.dashboardDir = settings.dashboardDir;
    this.mail = settings.mail === null ? null : Object.freeze({ ...settings.mail });
    this.demo = settings.demo;
    this.secret = settings.secret;
    this.trustedProxies = Object.freeze([...settings.trustedProxies]);
    this.largestUploadBytes = settings.largestUploadBytes;
    this.runJobs = settings.runJobs;
    Object.freeze(this);
  }
}
