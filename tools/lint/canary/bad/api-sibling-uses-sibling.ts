// apps/api/src/safety/example.ts: boundaries/dependencies
import { OutcomesService } from '../outcomes/outcomes.service.js';

export const example = OutcomesService;
