// libs/instruments/src/example.ts: boundaries/dependencies
import { z } from 'zod';

export const example = z;
