import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Course, type Patient } from '@courseline/contracts';
import { lazy, Suspense, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useCurrentClinic } from '../api/current-clinic';
import { patientQuery } from '../api/patients';
import { sessionPlansQuery } from '../api/session-plans';
import { ConsentsSection } from '../features/consents/consents-section';
import { CoursesSection } from '../features/courses/courses-section';
import { CareTeamSection } from '../features/patients/care-team-section';
import { DetailsSection } from '../features/patients/details-section';
import { PatientAccessSection } from '../features/patients/patient-access-section';
import { PatientCautions } from '../features/patients/patient-cautions';
import { RemindersSection } from '../features/patients/reminders-section';
import { PriorTreatmentsSection } from '../features/patients/prior-treatments-section';
import { PatientPicker } from '../features/patient-search/patient-picker';
import { CourseSessions } from '../features/planning/course-sessions';
import { SafetyPlanSection } from '../features/safety-plan/safety-plan-section';
import { sexWords } from '../messages/record-words';
import { ageOn } from '../ui/age';
import { Callout } from '../ui/callout';
import { useFormat } from '../ui/format-context';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader } from '../ui/page';
import { LinesSkeleton, Skeleton } from '../ui/skeletons';
import styles from './patient-record-page.module.css';

const PlanSessionsDialog = lazy(async () => ({
  default: (await import('../features/planning/plan-sessions-dialog')).PlanSessionsDialog,
}));

/** What is recorded about a patient apart from the scores, and everything that is done about it. */
export function PatientRecordPage() {
  const { slug } = useCurrentClinic();
  const id = useParams()['patient'] ?? '';
  const query = useQuery(patientQuery(slug, id));
  return (
    <Page>
      <Loaded query={query} skeleton={<RecordSkeleton />}>
        {(patient) => <PatientRecord key={patient.id} patient={patient} />}
      </Loaded>
    </Page>
  );
}

function PatientRecord({ patient }: { readonly patient: Patient }) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const navigate = useNavigate();
  const sessions = useQuery(sessionPlansQuery(slug, patient.id));
  const [planning, setPlanning] = useState<Course | null>(null);
  const isCurrent = patient.status === 'current';
  const sessionsOf = (course: Course) =>
    (sessions.data?.sessions ?? []).filter((session) => session.courseId === course.id);
  const lead = [
    patient.birthDate === null ? 'age not known' : `${ageOn(patient.birthDate, format.today())}`,
    sexWords[patient.sex],
    patient.mrn,
  ].join(' · ');
  return (
    <>
      <PageHeader
        title={[patient.givenName, patient.familyName].filter((part) => part !== '').join(' ')}
        documentTitle={`${patient.familyName}, ${patient.givenName}: record`}
        lead={lead}
        actions={
          <Button component={Link} variant="default" to={`/c/${slug}/patients/${patient.id}`}>
            Trajectory
          </Button>
        }
      />
      {!isCurrent && (
        <Callout tone="attention">
          This patient was registered in error ({patient.reason}). Nothing can be added; the history stays.
        </Callout>
      )}
      <PatientCautions patient={patient} />
      <div className={styles['columns']}>
        <div>
          <CoursesSection
            patientId={patient.id}
            open={isCurrent}
            picker={(slot) => <PatientPicker {...slot} />}
            sessionsOf={(course) => (
              <Loaded query={sessions} skeleton={<LinesSkeleton lines={3} />}>
                {() => (
                  <>
                    <CourseSessions sessions={sessionsOf(course)} />
                    {course.status === 'current' && (
                      <p>
                        <Link to={`/c/${slug}/courses/${course.id}/check-ins`}>
                          Check-ins: what is asked when, and what was answered
                        </Link>
                      </p>
                    )}
                  </>
                )}
              </Loaded>
            )}
            onPlan={setPlanning}
            onMoved={(moved) => void navigate(`/c/${slug}/patients/${moved.patientId}/record`)}
          />
          <SafetyPlanSection patientId={patient.id} open={isCurrent} />
          <PriorTreatmentsSection patientId={patient.id} />
        </div>
        <div>
          <DetailsSection patient={patient} />
          <CareTeamSection patientId={patient.id} />
          <ConsentsSection patientId={patient.id} />
          {isCurrent && <PatientAccessSection patient={patient} />}
          {isCurrent && <RemindersSection patientId={patient.id} />}
        </div>
      </div>
      <Suspense>
        {planning !== null && (
          <PlanSessionsDialog
            course={planning}
            sessions={sessionsOf(planning)}
            onClose={() => setPlanning(null)}
          />
        )}
      </Suspense>
    </>
  );
}

function RecordSkeleton() {
  return (
    <>
      <Skeleton width="14rem" height="2.25rem" />
      <div className={styles['columns']}>
        <LinesSkeleton lines={12} />
        <LinesSkeleton lines={8} />
      </div>
    </>
  );
}
