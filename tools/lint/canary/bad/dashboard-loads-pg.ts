// apps/dashboard/src/api/example.ts: boundaries/dependencies
export const example = () => import('pg');
