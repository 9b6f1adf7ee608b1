// apps/api/src/assessments/example.ts: no-restricted-imports
import { phq9 } from '@courseline/instruments/src/phq-9.js';

export const example = phq9;
