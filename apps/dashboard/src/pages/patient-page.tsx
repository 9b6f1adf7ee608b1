import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { useCurrentClinic } from '../api/current-clinic';
import { trajectoryQuery } from '../api/trajectory';
import { PatientHeader } from '../features/trajectory/patient-header';
import { TrajectorySkeleton } from '../features/trajectory/trajectory-skeleton';
import { useTrajectoryView } from '../features/trajectory/trajectory-view';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';

// The charts are a chunk of their own: a form or a list needs none of them.
const TrajectorySection = lazy(async () => ({
  default: (await import('../features/trajectory/trajectory-section')).TrajectorySection,
}));

/** One patient: who this is, where the course stands, and the trajectory. */
export function PatientPage() {
  const { slug, name } = useCurrentClinic();
  const patient = useParams()['patient'] ?? '';
  const [view, onView] = useTrajectoryView();
  const query = useQuery(trajectoryQuery(slug, patient, view.course));
  return (
    <Page>
      <Loaded query={query} skeleton={<TrajectorySkeleton />}>
        {(trajectory) => (
          <>
            <PatientHeader
              trajectory={trajectory}
              clinicName={name}
              actions={
                <Button component={Link} variant="default" to={`/c/${slug}/patients/${patient}/record`}>
                  Record
                </Button>
              }
            />
            <Suspense fallback={<TrajectorySkeleton withoutHeader />}>
              <TrajectorySection
                trajectory={trajectory}
                view={view}
                onView={onView}
                sessionActions={(session) => (
                  <Link to={`/c/${slug}/sessions/${session}`}>Open this session</Link>
                )}
              />
            </Suspense>
          </>
        )}
      </Loaded>
    </Page>
  );
}
