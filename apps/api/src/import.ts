import 'reflect-metadata';
import type { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface.js';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { configFromProcess } from './config/from-process.js';
import { closeDatabases, openDatabases } from './database/databases.js';
import { ExchangeModule } from './exchange/exchange.module.js';
import { ImportCommand, importOrder } from './exchange/import-command.js';
import { failToStart } from './fail-to-start.js';
import { SystemClock } from './http/clock.js';

/** Imports a file: `node dist/import.js FILE --mapping MAPPING.json --clinic SLUG --as EMAIL [--dry-run] [--leave-out N]`. */
try {
  const order = importOrder(process.argv.slice(2));
  const config = configFromProcess();
  const databases = await openDatabases(config);
  try {
    const parts = { config, clock: new SystemClock(), databases, features: [ExchangeModule] };
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest's options are a class without methods
    const options: NestApplicationContextOptions = { abortOnError: false, logger: false };
    const app = await NestFactory.createApplicationContext(AppModule.with(parts), options);
    const { done, words } = await app.get(ImportCommand).carryOut(order);
    process.stdout.write(words);
    process.exitCode = done ? 0 : 1;
  } finally {
    await closeDatabases(databases);
  }
} catch (error) {
  failToStart(error);
}
