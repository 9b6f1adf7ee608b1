import type { Trajectory, TrajectorySession } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useCurrentClinic, useHasRole } from '../api/current-clinic';
import { alertsQuery } from '../api/safety';
import { trajectoryQuery } from '../api/trajectory';
import { CheckInNotes } from '../features/patients/check-in-notes';
import { AlertBar } from '../features/safety/alert-bar';
import { PatientHeader } from '../features/trajectory/patient-header';
import { TrajectorySkeleton } from '../features/trajectory/trajectory-skeleton';
import { useTrajectoryView } from '../features/trajectory/trajectory-view';
import { Callout } from '../ui/callout';
import { useShortcut } from '../ui/keyboard/use-shortcut';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import styles from './patient-page.module.css';

// The charts are a chunk of their own: a form or a list needs none of them.
const TrajectorySection = lazy(async () => ({
  default: (await import('../features/trajectory/trajectory-section')).TrajectorySection,
}));

/** One patient: who this is, where the course stands, and the trajectory. */
export function PatientPage() {
  const { slug } = useCurrentClinic();
  const patient = useParams()['patient'] ?? '';
  const [view] = useTrajectoryView();
  const query = useQuery(trajectoryQuery(slug, patient, view.course));
  return (
    <Page>
      <Loaded query={query} skeleton={<TrajectorySkeleton />}>
        {(trajectory) => <Patient key={trajectory.patient.id} trajectory={trajectory} />}
      </Loaded>
    </Page>
  );
}

function Patient({ trajectory }: { readonly trajectory: Trajectory }) {
  const { slug, name } = useCurrentClinic();
  const mayLog = useHasRole('nurse', 'clinician');
  const navigate = useNavigate();
  const [view, onView] = useTrajectoryView();
  const alerts = useQuery(alertsQuery(slug));
  const own = (alerts.data?.alerts ?? []).filter((alert) => alert.patientId === trajectory.patient.id);
  const base = `/c/${slug}/patients/${trajectory.patient.id}`;
  const pathOf = (session: TrajectorySession): string =>
    `/c/${slug}/sessions/${session.id}${session.state === 'planned' ? '/log' : ''}`;
  const next = mayLog ? sessionToLog(trajectory) : undefined;
  useShortcut({ keys: 'n', does: 'Log the session', enabled: next !== undefined }, () => {
    if (next !== undefined) void navigate(pathOf(next));
  });
  const course = view.course === null ? '' : `?course=${view.course}`;
  return (
    <>
      {alerts.isError && alerts.data === undefined && (
        <Callout tone="attention">
          Whether there is an open risk alert could not be loaded. Load the page again before relying on it.
        </Callout>
      )}
      {own.length > 0 && (
        <div className={styles['alerts']}>
          <AlertBar alerts={own} />
        </div>
      )}
      <PatientHeader
        trajectory={trajectory}
        clinicName={name}
        actions={
          <>
            {next !== undefined && (
              <Button component={Link} to={pathOf(next)}>
                Log session
              </Button>
            )}
            {mayLog && (
              <Button component={Link} variant="default" to={`${base}/forms/new`}>
                Enter a form
              </Button>
            )}
            <Button component={Link} variant="default" to={`${base}/side-effects${course}`}>
              Side effects
            </Button>
            <Button component={Link} variant="default" to={`${base}/record`}>
              Record
            </Button>
            <Button variant="default" onClick={() => window.print()}>
              Print
            </Button>
          </>
        }
      />
      <Suspense fallback={<TrajectorySkeleton withoutHeader />}>
        <TrajectorySection
          trajectory={trajectory}
          view={view}
          onView={onView}
          sessionActions={(id) => {
            const session = trajectory.sessions.find((each) => each.id === id);
            if (session === undefined) return null;
            return (
              <Link to={pathOf(session)}>
                {session.state === 'planned' ? 'Log this session' : 'Open this session'}
              </Link>
            );
          }}
          formActions={(id) => <Link to={`/c/${slug}/forms/${id}`}>Open this form</Link>}
          emptyActions={
            <Button component={Link} variant="default" to={`${base}/record`}>
              Open the record
            </Button>
          }
        />
      </Suspense>
      <CheckInNotes patientId={trajectory.patient.id} />
    </>
  );
}

/** Today's session, else the earliest that was never signed, else the next one planned. */
function sessionToLog({ sessions, today }: Trajectory): TrajectorySession | undefined {
  const planned = sessions.filter(({ state }) => state === 'planned');
  return planned.find(({ date }) => date === today) ?? planned.find(({ date }) => date < today) ?? planned[0];
}
