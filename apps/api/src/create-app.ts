import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, features as allFeatures, type Feature } from './app.module.js';
import type { AppConfig } from './config/app-config.js';
import { closeDatabases, openDatabases } from './database/databases.js';
import { SystemClock, type Clock } from './http/clock.js';
import { JobRunner } from './jobs/job-runner.js';
import { equipServer, makeServer, serverDefaults, type ServerOptions } from './http/server.js';

export interface AppParts {
  readonly clock?: Clock;
  readonly server?: Partial<ServerOptions>;
  /** Other features than the product's, for tests of what lies below them. */
  readonly features?: readonly Feature[];
}

/** The product, ready to answer but not yet listening: the same for production and for tests. */
export async function createApp(
  config: AppConfig,
  { clock = new SystemClock(), server = {}, features = allFeatures }: AppParts = {},
): Promise<NestFastifyApplication> {
  const databases = await openDatabases(config);
  try {
    const options = { ...serverDefaults, ...server };
    const root = AppModule.with({ config, clock, databases, features });
    const app = await NestFactory.create<NestFastifyApplication>(
      root,
      makeServer(config, options),
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest's options are a class without methods
      { abortOnError: false, bodyParser: false, logger: false },
    );
    app.setGlobalPrefix('api');
    const fastify = app.getHttpAdapter().getInstance();
    await equipServer(fastify, config, options);
    await app.init();
    await fastify.ready();
    await app.get(JobRunner).start();
    return app;
  } catch (error) {
    await closeDatabases(databases);
    throw error;
  }
}
