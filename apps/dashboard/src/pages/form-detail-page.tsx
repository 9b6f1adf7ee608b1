import type { AssessmentDetail, AssessmentRevision } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { assessmentQuery } from '../api/assessments';
import { useCurrentClinic, useHasRole } from '../api/current-clinic';
import { patientQuery } from '../api/patients';
import { AmendForm } from '../features/assessment-form/amend-form';
import { FormAnswers } from '../features/assessment-form/answered-form';
import { ChangesWhileAnswering } from '../features/assessment-form/changes-while-answering';
import { FormHistory } from '../features/assessment-form/form-history';
import { MoveFormDialog, VoidFormDialog } from '../features/assessment-form/put-form-right';
import { PatientPicker } from '../features/patient-search/patient-picker';
import { Callout } from '../ui/callout';
import { useFormat } from '../ui/format-context';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader, Section } from '../ui/page';
import { LinesSkeleton } from '../ui/skeletons';

/** One filled-in form: what it says, every version of it, and the ways to put it right. */
export function FormDetailPage() {
  const { slug } = useCurrentClinic();
  const assessment = useParams()['assessment'] ?? '';
  const query = useQuery(assessmentQuery(slug, assessment));
  return (
    <Page narrow>
      <Loaded query={query} skeleton={<LinesSkeleton lines={12} />}>
        {(detail) => <Detail key={detail.id} detail={detail} />}
      </Loaded>
    </Page>
  );
}

function Detail({ detail }: { readonly detail: AssessmentDetail }) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const navigate = useNavigate();
  const mayAmend = useHasRole('clinician');
  const [doing, setDoing] = useState<'amend' | 'void' | 'move' | null>(null);
  const patient = useQuery(patientQuery(slug, detail.patientId));
  const [revision] = detail.revisions;
  if (revision === undefined) return null;
  const name =
    patient.data === undefined
      ? 'the patient'
      : [patient.data.givenName, patient.data.familyName].filter((part) => part !== '').join(' ');
  const close = () => setDoing(null);
  const isCurrent = revision.status === 'current';
  return (
    <>
      <PageHeader
        title={`${getInstrument(detail.instrument).name} of ${format.day(revision.onDate)}`}
        lead={
          <>
            <Link to={`/c/${slug}/patients/${detail.patientId}`}>{name}</Link>
            {detail.sessionId !== null && (
              <>
                {', with a '}
                <Link to={`/c/${slug}/sessions/${detail.sessionId}`}>session</Link>
              </>
            )}
          </>
        }
        actions={
          isCurrent &&
          mayAmend &&
          doing !== 'amend' && (
            <>
              {revision.answers !== null && (
                <Button variant="default" onClick={() => setDoing('amend')}>
                  Amend
                </Button>
              )}
              <Button variant="default" onClick={() => setDoing('move')}>
                Belongs to another patient
              </Button>
              <Button variant="default" onClick={() => setDoing('void')}>
                Entered in error
              </Button>
            </>
          )
        }
      />
      {!isCurrent && (
        <Callout tone="attention">
          {revision.status === 'entered-in-error'
            ? 'Entered in error: it is in no chart and no rate.'
            : 'This form belongs to another patient and was moved there: here it is in no chart and no rate.'}
          {revision.reason !== null && ` Reason: ${revision.reason}`}
        </Callout>
      )}
      {doing === 'amend' ? (
        <AmendForm detail={detail} revision={revision} onDone={close} />
      ) : (
        <Answers detail={detail} revision={revision} />
      )}
      {revision.way === 'patient' && <ChangesWhileAnswering assessmentId={detail.id} />}
      <Section title="History">
        <FormHistory detail={detail} />
      </Section>
      {doing === 'void' && (
        <VoidFormDialog detail={detail} patientName={name} onClose={close} onDone={close} />
      )}
      {doing === 'move' && (
        <MoveFormDialog
          detail={detail}
          patientName={name}
          picker={(slot) => <PatientPicker {...slot} />}
          onClose={close}
          onDone={(moved) => {
            close();
            void navigate(`/c/${slug}/forms/${moved.id}`);
          }}
        />
      )}
    </>
  );
}

interface AnswersProps {
  readonly detail: AssessmentDetail;
  readonly revision: AssessmentRevision;
}

function Answers({ detail, revision }: AnswersProps) {
  const definition = getInstrument(detail.instrument);
  const { total, scoreStatus, answers } = revision;
  const band = definition.bands.find(({ from, to }) => total !== null && total >= from && total <= to);
  return (
    <>
      <p>
        {!definition.scored ? (
          'It has no total: each answer stands by itself.'
        ) : total === null ? (
          'No total: too many questions were left out.'
        ) : (
          <>
            <strong>{total}</strong> of {definition.range.max}
            {band !== undefined && `, ${band.label.toLowerCase()}`}
            {scoreStatus === 'prorated' && ', prorated'}
            {scoreStatus === 'imported' && ', the total only'}
          </>
        )}
      </p>
      {answers !== null && <FormAnswers instrument={detail.instrument} answers={answers} />}
    </>
  );
}
