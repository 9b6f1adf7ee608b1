// libs/contracts/src/assessments.ts: -
import { z } from 'zod';
import { phq9 } from '@courseline/instruments';

export const used = [z, phq9];
