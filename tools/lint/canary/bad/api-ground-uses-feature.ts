// apps/api/src/database/example.ts: boundaries/dependencies
import { PatientEntity } from '../patients/patient.entity.js';

export const example = PatientEntity;
