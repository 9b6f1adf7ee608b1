// apps/api/src/sessions/example.ts: no-restricted-syntax
import { Temporal } from 'temporal-polyfill';

export const example = Temporal.Now.instant();
