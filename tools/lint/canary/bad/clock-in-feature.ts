// apps/api/src/sessions/example.ts: no-restricted-syntax
export const example = new Date();
