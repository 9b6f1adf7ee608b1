export { aClinic, type ClinicWishes, type TestClinic } from './a-clinic.js';
export { aMember, joins, signsIn, type MemberWishes } from './a-member.js';
export { aPatient, type PatientWishes, type TestPatient } from './a-patient.js';
