// apps/api/src/patients/example.ts: boundaries/dependencies
import { aPatient } from '../../test/builders/a-patient.js';

export const example = aPatient;
