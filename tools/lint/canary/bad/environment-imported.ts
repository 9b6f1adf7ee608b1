// apps/api/src/patients/example.ts: no-restricted-imports
import { env } from 'node:process';

export const example = env;
