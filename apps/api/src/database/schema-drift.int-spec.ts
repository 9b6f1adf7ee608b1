import '../app.module.js';
import type { DataSource } from 'typeorm';
import { asOwner, createTestDatabase, type TestDatabase } from '../../test/test-database.js';
import { closeDatabases, openDatabases, type Databases } from './databases.js';

type ColumnMetadata = DataSource['entityMetadatas'][number]['columns'][number];

interface DatabaseColumn {
  readonly table_name: string;
  readonly column_name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly generated: boolean;
}

let database: TestDatabase;
let databases: Databases;

beforeAll(async () => {
  database = await createTestDatabase();
  databases = await openDatabases(database.config);
});
afterAll(async () => {
  await closeDatabases(databases);
  await database.drop();
});

async function columnsOfTables(): Promise<readonly DatabaseColumn[]> {
  return asOwner(database.config.ownerDatabaseUrl, async (client) => {
    const { rows } = await client.query<DatabaseColumn>(
      `select c.relname as table_name, a.attname as column_name, format_type(a.atttypid, a.atttypmod) as type,
         not a.attnotnull as nullable, a.attgenerated <> '' as generated
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
    );
    return rows;
  });
}

interface Shape {
  readonly table: string;
  readonly columns: readonly string[];
}

function saidByEntities(): readonly Shape[] {
  return databases.app.entities.map((entity) => ({
    table: entity.tableName,
    columns: entity.columns
      .filter(({ isInsert }) => isInsert)
      .map((column) => `${column.databaseName} ${typeOf(column)}${column.isNullable ? '' : ' not null'}`)
      .sort(),
  }));
}

async function foundInDatabase(): Promise<readonly Shape[]> {
  const columns = await columnsOfTables();
  return databases.app.entities.map(({ tableName }) => ({
    table: tableName,
    columns: columns
      .filter((column) => column.table_name === tableName && !column.generated)
      .map(({ column_name: name, type, nullable }) => `${name} ${type}${nullable ? '' : ' not null'}`)
      .sort(),
  }));
}

function typeOf(column: ColumnMetadata): string {
  const { length, precision, scale, isArray } = column;
  const name = String(column.type);
  const size =
    length !== ''
      ? `(${length})`
      : precision == null
        ? ''
        : scale == null
          ? `(${precision})`
          : `(${precision},${scale})`;
  const written =
    name === 'timestamptz'
      ? `timestamp${precision == null ? '' : `(${precision})`} with time zone`
      : `${name === 'int' ? 'integer' : name}${size}`;
  return `${written}${isArray ? '[]' : ''}`;
}

describe('the entities', () => {
  it('are there', () => {
    expect(databases.app.entities.length).toBeGreaterThanOrEqual(10);
  });

  it('say of each column what the database says of it', async () => {
    expect(saidByEntities()).toEqual(await foundInDatabase());
    await asOwner(database.config.ownerDatabaseUrl, (client) =>
      client.query('alter table course_revision alter column status drop not null'),
    );
    expect(saidByEntities()).not.toEqual(await foundInDatabase());
  });

  it('leave nothing for the database to fill in: what row-level security hides cannot be read back', () => {
    const filledIn = databases.app.entities.flatMap((entity) =>
      entity.columns
        .filter(
          (column) =>
            column.isGenerated || column.default !== undefined || column.isCreateDate || column.isUpdateDate,
        )
        .map((column) => `${entity.tableName}.${column.databaseName}`),
    );
    expect(filledIn).toEqual([]);
  });
});
