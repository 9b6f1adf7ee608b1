// apps/api/src/patients/example.ts: boundaries/dependencies
import { SessionsService } from '../sessions/sessions.service.js';

export const example = SessionsService;
