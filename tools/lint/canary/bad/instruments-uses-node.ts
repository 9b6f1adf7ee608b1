// libs/instruments/src/example.ts: boundaries/dependencies
import { readFileSync } from 'node:fs';

export const example = readFileSync;
