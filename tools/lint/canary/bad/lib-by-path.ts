// apps/api/src/assessments/example.ts: no-restricted-imports
import { phq9 } from '../../../../libs/instruments/src/phq-9.js';

export const example = phq9;
