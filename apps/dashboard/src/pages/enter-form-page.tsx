import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useCurrentClinic } from '../api/current-clinic';
import { patientQuery } from '../api/patients';
import { EnterForm } from '../features/assessment-form/enter-form';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader } from '../ui/page';
import { LinesSkeleton } from '../ui/skeletons';
import { UnsavedGuard } from '../ui/unsaved-guard';

/** A form that no session asked for: on paper, by telephone, or sent in between. */
export function EnterFormPage() {
  const { slug } = useCurrentClinic();
  const patientId = useParams()['patient'] ?? '';
  const navigate = useNavigate();
  const unsaved = useRef(false);
  const patient = useQuery(patientQuery(slug, patientId));
  return (
    <Page narrow>
      <Loaded query={patient} skeleton={<LinesSkeleton lines={10} />}>
        {({ givenName, familyName, mrn }) => (
          <>
            <PageHeader
              title="Enter a form"
              lead={
                <>
                  <Link to={`/c/${slug}/patients/${patientId}`}>
                    {[givenName, familyName].filter((part) => part !== '').join(' ')}
                  </Link>{' '}
                  · {mrn}. For a form on paper or asked between sessions; those of a session are entered with
                  it.
                </>
              }
            />
            <EnterForm
              patientId={patientId}
              onUnsaved={(now) => {
                unsaved.current = now;
              }}
              onEntered={(detail) => void navigate(`/c/${slug}/forms/${detail.id}`)}
            />
          </>
        )}
      </Loaded>
      <UnsavedGuard
        isUnsaved={() => unsaved.current}
        consequence="The answers entered here are not saved yet."
      />
    </Page>
  );
}
