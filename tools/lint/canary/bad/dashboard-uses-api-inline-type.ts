// apps/dashboard/src/api/example.ts: boundaries/dependencies
export type Example = import('../../../api/src/patients/patient.entity').PatientEntity;
