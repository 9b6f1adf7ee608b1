import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { courseCheckInsQuery } from '../api/check-ins';
import { useCurrentClinic, useHasRole } from '../api/current-clinic';
import { patientQuery } from '../api/patients';
import { CourseCheckIns } from '../features/check-ins/course-check-ins';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader } from '../ui/page';
import { RowsSkeleton } from '../ui/skeletons';

/** What a course's plan asks of the patient: answered, due, late, missed and to come. */
export function CourseCheckInsPage() {
  const { slug } = useCurrentClinic();
  const course = useParams()['course'] ?? '';
  const mayChange = useHasRole('clinician');
  const query = useQuery(courseCheckInsQuery(slug, course));
  const patientId = query.data?.patientId;
  const patient = useQuery({ ...patientQuery(slug, patientId ?? ''), enabled: patientId !== undefined });
  const name =
    patient.data === undefined
      ? null
      : [patient.data.givenName, patient.data.familyName].filter((part) => part !== '').join(' ');
  return (
    <Page>
      <PageHeader
        title={name === null ? 'Check-ins' : `Check-ins of ${name}`}
        actions={
          patientId !== undefined && (
            <>
              {mayChange && (
                <Button component={Link} variant="default" to={`/c/${slug}/courses/${course}/check-in-plan`}>
                  Change the plan
                </Button>
              )}
              <Button component={Link} variant="default" to={`/c/${slug}/patients/${patientId}/record`}>
                Record
              </Button>
            </>
          )
        }
      />
      <Loaded query={query} skeleton={<RowsSkeleton rows={10} />}>
        {(checkIns) => <CourseCheckIns checkIns={checkIns} />}
      </Loaded>
    </Page>
  );
}
