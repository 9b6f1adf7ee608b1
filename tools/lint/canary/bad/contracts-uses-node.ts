// libs/contracts/src/example.ts: boundaries/dependencies
import { randomUUID } from 'node:crypto';

export const example = randomUUID;
