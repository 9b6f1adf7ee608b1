import type { MigrationInterface } from 'typeorm';
import { Identity0001 } from './migrations/0001-identity.js';
import { Record0002 } from './migrations/0002-record.js';
import { SessionsAndAssessments0003 } from './migrations/0003-sessions-and-assessments.js';
import { Import0004 } from './migrations/0004-import.js';
import { PointsOfLeftCourses0005 } from './migrations/0005-points-of-left-courses.js';
import { CheckInPlans0006 } from './migrations/0006-check-in-plans.js';
import { Monitoring0007 } from './migrations/0007-monitoring.js';
import { SafetyWorklist0008 } from './migrations/0008-safety-worklist.js';
import { LinksAndJobs0009 } from './migrations/0009-links-and-jobs.js';
import { Kiosk0010 } from './migrations/0010-kiosk.js';
import { CheckIn0011 } from './migrations/0011-check-in.js';
import { Reminders0012 } from './migrations/0012-reminders.js';
import { JobsReadPlans0013 } from './migrations/0013-jobs-read-plans.js';
import { Consents0014 } from './migrations/0014-consents.js';

/** Every migration in the order in which they run. */
export const migrations: readonly (new () => MigrationInterface)[] = [
  Identity0001,
  Record0002,
  SessionsAndAssessments0003,
  Import0004,
  PointsOfLeftCourses0005,
  CheckInPlans0006,
  Monitoring0007,
  SafetyWorklist0008,
  LinksAndJobs0009,
  Kiosk0010,
  CheckIn0011,
  Reminders0012,
  JobsReadPlans0013,
  Consents0014,
];
