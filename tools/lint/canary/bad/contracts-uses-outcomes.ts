// libs/contracts/src/example.ts: boundaries/dependencies
import { example as other } from '@courseline/outcomes';

export const example = other;
