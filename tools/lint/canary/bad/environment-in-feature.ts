// apps/api/src/patients/example.ts: no-restricted-properties
export const example = process.env['DATABASE_URL'];
