import { Client } from 'pg';
import PgBoss from 'pg-boss';

/** The queue's own schema: the jobs role owns what is in it, and nothing else anywhere. */
export const queueSchema = 'queue';

/**
 * Makes the queue's tables as the role that works with them: they must be its own, because the queue adds a table
 * for each kind of job. The schema around them is the owner's, made by a migration, so that the role may make no
 * schemas. Called under the owner's lock.
 */
export async function makeQueueTables(url: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'courseline queue' });
  await client.connect();
  try {
    const { rows } = await client.query<{ made: boolean }>(
      `select to_regclass('${queueSchema}.version') is not null as made`,
    );
    if (rows[0]?.made !== true) await client.query(constructionPlan());
  } finally {
    await client.end();
  }
}

/** What the queue would do itself, but for making the schema, which the role may not. */
function constructionPlan(): string {
  const plan = PgBoss.getConstructionPlans(queueSchema);
  const without = plan.replace(/CREATE SCHEMA IF NOT EXISTS \w+\s*;/, '');
  if (without === plan)
    throw new Error('The plan of the queue’s tables is not the one this was written for.');
  return without;
}
