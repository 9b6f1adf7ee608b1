export { aClinic, type ClinicWishes, type TestClinic } from './a-clinic.js';
export {
  aCourse,
  aPlannedSession,
  type CourseWishes,
  type PlannedSessionWishes,
  type TestCourse,
} from './a-course.js';
export { aGivenSession, type GivenSessionWishes } from './a-given-session.js';
export { aMember, joins, signsIn, type MemberWishes } from './a-member.js';
export { aMessagesText, type TestText } from './a-messages-text.js';
export { aPatient, type PatientWishes, type TestPatient } from './a-patient.js';
export { everythingOfAPatient, type Arranging } from './everything-of-a-patient.js';
export { withPassword } from './a-password.js';
