// libs/instruments/src/score.spec.ts: -
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { score } from './score.js';

it('scores', () => expect([readFileSync, fc, score]).toBeDefined());
