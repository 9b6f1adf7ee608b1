import { z } from 'zod';
import type { AppConfig } from '../config/app-config.js';
import { ContextLeftBehindError } from './app-database.js';
import { loginRole } from './credentials.js';
import { Database } from './database.js';
import { Sql } from './sql.js';

const earlierContext = z.object({ clinic: z.string().nullable() });
const lockRow = z.object({ locked: z.boolean() });

/**
 * What the product does by itself, as nobody: always in one clinic, and of the record only the columns that the
 * policies of the jobs group show. Without a clinic it sees nothing.
 */
export class JobsDatabase extends Database {
  constructor(config: AppConfig, { connections, name }: { connections: number; name: string }) {
    super({ url: loginRole(config, 'jobs').url, name, connections }, 'jobs');
  }

  async transaction<T>(clinicId: string, work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.inTransaction(async (manager) => {
      const sql = new Sql(manager);
      const earlier = await sql.find(
        earlierContext,
        `select nullif(current_setting('app.clinic_id', true), '') as clinic, set_config('app.clinic_id', $1, true)`,
        [clinicId],
      );
      if (earlier === null || earlier.clinic !== null) throw new ContextLeftBehindError();
      return work(sql);
    });
  }

  /**
   * Runs the work while this process alone, of all that share the database, holds the key; null when another does.
   * A process that dies lets go: whoever gets the key next knows that nobody is at it any more. The work asks for
   * further connections of this pool, so as many at once as there are connections would wait for each other.
   */
  async holding<T>(key: string, work: () => Promise<T>): Promise<T | null> {
    return this.onOneConnection(async (sql) => {
      const taken = await sql.find(
        lockRow,
        `select pg_try_advisory_lock(hashtextextended($1, 0)) as locked`,
        [key],
      );
      if (taken?.locked !== true) return null;
      try {
        return await work();
      } finally {
        // A connection that broke has let go by itself.
        await sql.execute(`select pg_advisory_unlock(hashtextextended($1, 0))`, [key]).catch(() => undefined);
      }
    });
  }
}
