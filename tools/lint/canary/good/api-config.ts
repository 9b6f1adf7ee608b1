// apps/api/src/config/read-config.ts: -
export const databaseUrl = process.env['DATABASE_URL'];
