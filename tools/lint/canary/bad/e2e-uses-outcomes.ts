// apps/e2e/example.e2e.ts: boundaries/dependencies
import { example as other } from '@courseline/outcomes';

export const example = other;
