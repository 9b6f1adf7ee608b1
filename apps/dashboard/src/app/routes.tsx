import type { RouteObject } from 'react-router';
import { ClinicLayout } from './clinic-layout';
import { Frame } from './frame';
import { ClinicNotFound, NotFound } from './not-found';
import { ClinicRouteError, RouteError } from './route-error';
import { RouteFallback } from './route-fallback';

/** Every page below `/c/:clinic`; each is loaded when someone first goes there. */
const clinicPages: RouteObject[] = [
  {
    index: true,
    lazy: async () => ({ Component: (await import('../pages/clinic-home-page')).ClinicHomePage }),
  },
  {
    path: 'caseload',
    lazy: async () => ({ Component: (await import('../pages/caseload-page')).CaseloadPage }),
  },
  {
    path: 'safety/ledger',
    lazy: async () => ({ Component: (await import('../pages/safety-ledger-page')).SafetyLedgerPage }),
  },
  { path: 'safety', lazy: async () => ({ Component: (await import('../pages/safety-page')).SafetyPage }) },
  { path: 'staff', lazy: async () => ({ Component: (await import('../pages/staff-page')).StaffPage }) },
  {
    path: 'settings',
    lazy: async () => ({ Component: (await import('../pages/settings-page')).SettingsPage }),
  },
  {
    path: 'settings/reminders',
    lazy: async () => ({
      Component: (await import('../pages/reminder-settings-page')).ReminderSettingsPage,
    }),
  },
  {
    path: 'settings/consents',
    lazy: async () => ({ Component: (await import('../pages/consent-texts-page')).ConsentTextsPage }),
  },
  {
    path: 'password',
    lazy: async () => ({ Component: (await import('../pages/password-page')).PasswordPage }),
  },
  {
    path: 'patients/new',
    lazy: async () => ({ Component: (await import('../pages/register-patient-page')).RegisterPatientPage }),
  },
  {
    path: 'patients/:patient/forms/new',
    lazy: async () => ({ Component: (await import('../pages/enter-form-page')).EnterFormPage }),
  },
  {
    path: 'forms/:assessment',
    lazy: async () => ({ Component: (await import('../pages/form-detail-page')).FormDetailPage }),
  },
  {
    path: 'check-in-template',
    lazy: async () => ({ Component: (await import('../pages/check-in-template-page')).CheckInTemplatePage }),
  },
  {
    path: 'courses/:course/check-ins',
    lazy: async () => ({ Component: (await import('../pages/course-check-ins-page')).CourseCheckInsPage }),
  },
  {
    path: 'courses/:course/check-in-plan',
    lazy: async () => ({
      Component: (await import('../pages/course-check-in-plan-page')).CourseCheckInPlanPage,
    }),
  },
  {
    path: 'patients/:patient/record',
    lazy: async () => ({ Component: (await import('../pages/patient-record-page')).PatientRecordPage }),
  },
  {
    path: 'patients/:patient/side-effects',
    lazy: async () => ({
      Component: (await import('../pages/course-side-effects-page')).CourseSideEffectsPage,
    }),
  },
  {
    path: 'patients/:patient',
    lazy: async () => ({ Component: (await import('../pages/patient-page')).PatientPage }),
  },
  {
    path: 'outcomes',
    lazy: async () => ({ Component: (await import('../pages/outcomes-page')).OutcomesPage }),
  },
  {
    path: 'outcomes/completion',
    lazy: async () => ({ Component: (await import('../pages/completion-page')).CompletionPage }),
  },
  {
    path: 'outcomes/people',
    lazy: async () => ({ Component: (await import('../pages/outcome-people-page')).OutcomePeoplePage }),
  },
  {
    path: 'imports',
    lazy: async () => ({ Component: (await import('../pages/import-page')).ImportPage }),
  },
  {
    path: 'imports/:batch',
    lazy: async () => ({ Component: (await import('../pages/import-batch-page')).ImportBatchPage }),
  },
  { path: 'me', lazy: async () => ({ Component: (await import('../pages/own-page')).OwnPage }) },
  {
    path: 'me/questions/:instrument?',
    lazy: async () => ({ Component: (await import('../pages/own-questions-page')).OwnQuestionsPage }),
  },
  {
    path: 'sessions/:session',
    lazy: async () => ({ Component: (await import('../pages/session-detail-page')).SessionDetailPage }),
  },
  {
    path: 'sessions/:session/monitor',
    lazy: async () => ({ Component: (await import('../pages/monitor-page')).MonitorPage }),
  },
  {
    path: 'sessions/:session/log',
    lazy: async () => ({ Component: (await import('../pages/log-session-page')).LogSessionPage }),
  },
  { path: '*', element: <ClinicNotFound /> },
];

/** Every page there is. */
export const routes: RouteObject[] = [
  {
    element: <Frame />,
    errorElement: <RouteError />,
    HydrateFallback: RouteFallback,
    children: [
      { path: '/', lazy: async () => ({ Component: (await import('../pages/home-page')).HomePage }) },
      {
        path: '/sign-in',
        lazy: async () => ({ Component: (await import('../pages/sign-in-page')).SignInPage }),
      },
      {
        path: '/forgotten-password',
        lazy: async () => ({
          Component: (await import('../pages/forgotten-password-page')).ForgottenPasswordPage,
        }),
      },
      { path: '/link', lazy: async () => ({ Component: (await import('../pages/link-page')).LinkPage }) },
      {
        path: '/first-run',
        lazy: async () => ({ Component: (await import('../pages/link-page')).LinkPage }),
      },
      {
        path: '/mailbox',
        lazy: async () => ({ Component: (await import('../pages/mailbox-page')).MailboxPage }),
      },
      {
        path: '/kiosk',
        lazy: async () => ({ Component: (await import('../pages/kiosk-page')).KioskPage }),
      },
      {
        path: '/clinics',
        lazy: async () => ({ Component: (await import('../pages/clinics-page')).ClinicsPage }),
      },
      {
        path: '/c/:clinic',
        element: <ClinicLayout />,
        children: [{ errorElement: <ClinicRouteError />, children: clinicPages }],
      },
      { path: '*', element: <NotFound /> },
    ],
  },
];
