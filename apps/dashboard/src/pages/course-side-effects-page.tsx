import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useCurrentClinic } from '../api/current-clinic';
import { trajectoryQuery } from '../api/trajectory';
import { treatmentWords } from '../messages/clinical-words';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader } from '../ui/page';
import { LinesSkeleton, RowsSkeleton } from '../ui/skeletons';

const SideEffectsSection = lazy(async () => ({
  default: (await import('../features/side-effects/side-effects-section')).SideEffectsSection,
}));

/** What a course costs in side effects. */
export function CourseSideEffectsPage() {
  const { slug } = useCurrentClinic();
  const patient = useParams()['patient'] ?? '';
  const [params] = useSearchParams();
  const course = params.get('course');
  const query = useQuery(trajectoryQuery(slug, patient, course));
  const back = `/c/${slug}/patients/${patient}${course === null ? '' : `?course=${course}`}`;
  return (
    <Page>
      <Loaded query={query} skeleton={<LinesSkeleton lines={10} />}>
        {(trajectory) => {
          const { givenName, familyName } = trajectory.patient;
          const name = [givenName, familyName].filter((part) => part !== '').join(' ');
          return (
            <>
              <PageHeader
                title={`Side effects of ${name}`}
                lead={
                  trajectory.course === null
                    ? 'No course of treatment yet'
                    : `Course ${trajectory.course.number}: ${treatmentWords(trajectory.course)}`
                }
                actions={
                  <Button component={Link} variant="default" to={back}>
                    Trajectory
                  </Button>
                }
              />
              <Suspense fallback={<RowsSkeleton rows={6} />}>
                <SideEffectsSection trajectory={trajectory} />
              </Suspense>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
