import type { Role } from '@courseline/contracts';

export type RouteAccess = 'anyone' | 'signed-in' | 'kiosk' | readonly Role[];

interface Group {
  readonly access: RouteAccess;
  readonly routes: readonly string[];
}

/**
 * Who may use which route, written by hand and apart from the code that decides it. A new route is entered here
 * after asking: who needs it, and what would the others learn? Which patients somebody then sees is row-level
 * security's answer, tried in row-level-security.int-spec.ts.
 */
const groups: readonly Group[] = [
  {
    access: 'anyone',
    routes: [
      'GET /api/health',
      'GET /api/mailbox',
      'GET /api/status',
      'POST /api/first-run',
      'POST /api/kiosk/return',
      'POST /api/links/look',
      'POST /api/links/redeem',
      'POST /api/sign-in',
      'POST /api/sign-in/forgotten',
      'POST /api/sign-out',
    ],
  },
  {
    access: 'kiosk',
    routes: ['GET /api/kiosk', 'PUT /api/kiosk/forms/:instrument'],
  },
  {
    access: 'signed-in',
    routes: ['GET /api/me', 'POST /api/me/activity', 'POST /api/me/password'],
  },
  {
    access: ['nurse', 'clinician', 'director', 'administrator', 'patient'],
    routes: ['GET /api/c/:clinic/settings'],
  },
  {
    access: ['nurse', 'clinician', 'director', 'administrator'],
    routes: ['GET /api/c/:clinic/colleagues'],
  },
  {
    access: ['nurse', 'clinician', 'director'],
    routes: [
      'GET /api/c/:clinic/alerts',
      'GET /api/c/:clinic/assessments/:assessment',
      'GET /api/c/:clinic/assessments/:assessment/answer-changes',
      'GET /api/c/:clinic/check-in-template',
      'GET /api/c/:clinic/courses/:course',
      'GET /api/c/:clinic/courses/:course/check-in-plan',
      'GET /api/c/:clinic/courses/:course/check-ins',
      'GET /api/c/:clinic/courses/:course/history',
      'GET /api/c/:clinic/courses/:course/sessions',
      'GET /api/c/:clinic/events',
      'GET /api/c/:clinic/patients/:patient',
      'GET /api/c/:clinic/patients/:patient/access',
      'GET /api/c/:clinic/patients/:patient/check-in-notes',
      'GET /api/c/:clinic/patients/:patient/care-team',
      'GET /api/c/:clinic/patients/:patient/courses',
      'GET /api/c/:clinic/patients/:patient/history',
      'GET /api/c/:clinic/patients/:patient/prior-treatments',
      'GET /api/c/:clinic/patients/:patient/prior-treatments/history',
      'GET /api/c/:clinic/patients/:patient/reminders',
      'GET /api/c/:clinic/patients/:patient/safety-plan',
      'GET /api/c/:clinic/patients/:patient/sessions',
      'GET /api/c/:clinic/patients/:patient/trajectory',
      'GET /api/c/:clinic/sessions',
      'GET /api/c/:clinic/sessions/:session',
      'GET /api/c/:clinic/safety/alerts',
      'GET /api/c/:clinic/safety/escalation',
      'GET /api/c/:clinic/safety/resolved',
      'GET /api/c/:clinic/safety/rules',
      'GET /api/c/:clinic/safety/summary',
      'GET /api/c/:clinic/safety/unread',
      'GET /api/c/:clinic/sessions/:session/earlier',
      'GET /api/c/:clinic/sessions/:session/monitor',
      'POST /api/c/:clinic/caseload/search',
      'POST /api/c/:clinic/patients/:patient/care-team',
      'POST /api/c/:clinic/patients/:patient/care-team/:entry/end',
      'POST /api/c/:clinic/patients/search',
      'POST /api/c/:clinic/safety/alerts/:alert/acknowledge',
      'POST /api/c/:clinic/safety/alerts/:alert/assign',
    ],
  },
  {
    access: ['nurse', 'clinician'],
    routes: [
      'GET /api/c/:clinic/sessions/:session/draft',
      'GET /api/c/:clinic/sessions/:session/hand-over',
      'GET /api/c/:clinic/sessions/:session/log',
      'PATCH /api/c/:clinic/sessions/:session/draft',
      'POST /api/c/:clinic/courses/:course/sessions',
      'POST /api/c/:clinic/patients',
      'POST /api/c/:clinic/patients/:patient/access',
      'POST /api/c/:clinic/patients/:patient/access/withdraw',
      'POST /api/c/:clinic/patients/:patient/amendments',
      'POST /api/c/:clinic/patients/:patient/assessments',
      'POST /api/c/:clinic/patients/:patient/check-in-letters',
      'POST /api/c/:clinic/patients/:patient/check-in-link',
      'POST /api/c/:clinic/patients/:patient/reminder-choices',
      'POST /api/c/:clinic/patients/:patient/prior-treatments',
      'POST /api/c/:clinic/patients/:patient/safety-plan',
      'POST /api/c/:clinic/prior-treatments/:priorTreatment/amendments',
      'POST /api/c/:clinic/prior-treatments/:priorTreatment/void',
      'POST /api/c/:clinic/sessions/:session/cancel',
      'POST /api/c/:clinic/sessions/:session/hand-over',
      'POST /api/c/:clinic/sessions/:session/hand-over/late-forms/:form',
      'POST /api/c/:clinic/sessions/:session/monitor/entries',
      'POST /api/c/:clinic/sessions/:session/no-show',
      'POST /api/c/:clinic/sessions/:session/reschedule',
    ],
  },
  {
    access: ['clinician'],
    routes: [
      'POST /api/c/:clinic/alerts/:alert/dispositions',
      'POST /api/c/:clinic/assessments/:assessment/amendments',
      'POST /api/c/:clinic/assessments/:assessment/move',
      'POST /api/c/:clinic/assessments/:assessment/void',
      'POST /api/c/:clinic/courses/:course/amendments',
      'POST /api/c/:clinic/courses/:course/end',
      'POST /api/c/:clinic/courses/:course/move',
      'POST /api/c/:clinic/courses/:course/reopen',
      'POST /api/c/:clinic/courses/:course/void',
      'POST /api/c/:clinic/patients/:patient/courses',
      'POST /api/c/:clinic/patients/:patient/void',
      'POST /api/c/:clinic/safety/alerts/:alert/resolve',
      'POST /api/c/:clinic/sessions/:session/amendments',
      'POST /api/c/:clinic/sessions/:session/move',
      'POST /api/c/:clinic/sessions/:session/sign',
      'POST /api/c/:clinic/sessions/:session/void',
      'PUT /api/c/:clinic/courses/:course/check-in-plan',
    ],
  },
  {
    access: ['director'],
    routes: [
      'GET /api/c/:clinic/imports',
      'GET /api/c/:clinic/imports/:batch',
      'GET /api/c/:clinic/imports/:batch/findings',
      'GET /api/c/:clinic/imports/:batch/findings.csv',
      'GET /api/c/:clinic/outcomes/cohort',
      'GET /api/c/:clinic/outcomes/cohort/people',
      'GET /api/c/:clinic/outcomes/completion',
      'GET /api/c/:clinic/outcomes/fixable',
      'GET /api/c/:clinic/safety/ledger',
      'POST /api/c/:clinic/imports',
      'POST /api/c/:clinic/imports/:batch/check',
      'POST /api/c/:clinic/imports/:batch/commit',
      'POST /api/c/:clinic/imports/:batch/preview',
      'POST /api/c/:clinic/imports/:batch/void',
      'POST /api/c/:clinic/safety/escalation',
      'POST /api/c/:clinic/safety/rules/:rule',
      'PUT /api/c/:clinic/check-in-template',
    ],
  },
  {
    access: ['director', 'administrator'],
    routes: [
      'GET /api/c/:clinic/reminder-settings',
      'GET /api/c/:clinic/staff',
      'PUT /api/c/:clinic/reminder-settings',
      'PUT /api/c/:clinic/settings',
    ],
  },
  {
    access: ['administrator'],
    routes: [
      'POST /api/c/:clinic/staff',
      'POST /api/c/:clinic/staff/:account/leave',
      'POST /api/c/:clinic/staff/:account/link',
      'PUT /api/c/:clinic/staff/:account/roles',
    ],
  },
  {
    access: ['patient'],
    routes: [
      'GET /api/c/:clinic/me/download.csv',
      'GET /api/c/:clinic/me/download.json',
      'GET /api/c/:clinic/me/forms/:form',
      'GET /api/c/:clinic/me/overview',
      'GET /api/c/:clinic/me/safety-plan',
      'PATCH /api/c/:clinic/me/forms/:form',
      'POST /api/c/:clinic/me/check-in-notes',
      'POST /api/c/:clinic/me/forms',
      'POST /api/c/:clinic/me/forms/:form/answers',
      'POST /api/c/:clinic/me/forms/:form/submit',
      'POST /api/c/:clinic/me/reminder-choices',
      'POST /api/c/:clinic/me/side-effects',
      'POST /api/c/:clinic/me/side-effects/:report/withdraw',
    ],
  },
];

/** Who came by a link to a check-in, and so showed no password, reaches these and no other. */
export const openByCheckIn: ReadonlySet<string> = new Set([
  'GET /api/me',
  'POST /api/me/activity',
  'GET /api/c/:clinic/settings',
  'GET /api/c/:clinic/me/overview',
  'GET /api/c/:clinic/me/forms/:form',
  'PATCH /api/c/:clinic/me/forms/:form',
  'POST /api/c/:clinic/me/check-in-notes',
  'POST /api/c/:clinic/me/forms',
  'POST /api/c/:clinic/me/forms/:form/answers',
  'POST /api/c/:clinic/me/forms/:form/submit',
  'POST /api/c/:clinic/me/side-effects',
  'POST /api/c/:clinic/me/side-effects/:report/withdraw',
]);

export const routeAccess: ReadonlyMap<string, RouteAccess> = new Map(
  groups.flatMap(({ access, routes }) => routes.map((route) => [route, access] as const)),
);
