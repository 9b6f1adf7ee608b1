import {
  Global,
  Inject,
  Injectable,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { AppDatabase, AppDatabaseAside } from './app-database.js';
import { closeDatabases, type Databases } from './databases.js';
import { IdentityDatabase, IdentityDatabaseAside } from './identity-database.js';
import { JobsDatabase } from './jobs-database.js';

const DATABASES = Symbol('databases');

/** Closes the pools when the last request has been answered. */
@Injectable()
class ClosesDatabases implements OnApplicationShutdown {
  constructor(@Inject(DATABASES) private readonly databases: Databases) {}

  async onApplicationShutdown(): Promise<void> {
    await closeDatabases(this.databases);
  }
}

@Global()
@Module({})
export class DatabaseModule {
  static with(databases: Databases): DynamicModule {
    const pools = [
      { provide: AppDatabase, useValue: databases.app },
      { provide: AppDatabaseAside, useValue: databases.appAside },
      { provide: IdentityDatabase, useValue: databases.identity },
      { provide: IdentityDatabaseAside, useValue: databases.identityAside },
      { provide: JobsDatabase, useValue: databases.jobs },
    ];
    return {
      module: DatabaseModule,
      providers: [{ provide: DATABASES, useValue: databases }, ClosesDatabases, ...pools],
      exports: pools.map(({ provide }) => provide),
    };
  }
}
