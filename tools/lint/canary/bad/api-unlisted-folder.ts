// apps/api/src/common/example.ts: boundaries/dependencies
import { PatientEntity } from '../patients/patient.entity.js';

export const example = PatientEntity;
