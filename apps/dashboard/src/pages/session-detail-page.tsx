import { Button } from '@mantine/core';
import type { Patient, SessionDetail, SessionRevision } from '@courseline/contracts';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useCurrentClinic, useHasRole } from '../api/current-clinic';
import { patientQuery } from '../api/patients';
import { sessionDetailQuery, sessionLogQuery } from '../api/session-log';
import { monitorQuery } from '../api/monitoring';
import { traceOfRecord, traceOfTimeline } from '../charts/session-trace';
import { AnsweredForms } from '../features/assessment-form/answered-forms';
import { Timeline } from '../features/monitor/timeline';
import { PatientPicker } from '../features/patient-search/patient-picker';
import { AnsweredItem9 } from '../features/safety/answered-item-9';
import { MoveSessionDialog } from '../features/session-record/move-session-dialog';
import { deedsWords } from '../features/session-record/deed-words';
import { formsWords } from '../features/session-record/forms-words';
import { SessionHistory } from '../features/session-record/session-history';
import { RecordColumns, RecordSection, SessionRecord } from '../features/session-record/session-record';
import { VoidSessionDialog } from '../features/session-record/void-session-dialog';
import { SessionFigure } from '../features/session-chart/session-figure';
import { useEarlierTraces } from '../features/session-chart/use-earlier-traces';
import { entryWords } from '../messages/monitor-words';
import { sessionStateWords } from '../messages/session-words';
import { Callout } from '../ui/callout';
import { useFormat } from '../ui/format-context';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader, Section } from '../ui/page';
import { LinesSkeleton, Skeleton } from '../ui/skeletons';

/** A signed session: what it says, every version of it, and the ways to put it right. */
export function SessionDetailPage() {
  const { slug } = useCurrentClinic();
  const session = useParams()['session'] ?? '';
  const query = useQuery(sessionDetailQuery(slug, session));
  return (
    <Page>
      <Loaded query={query} skeleton={<DetailSkeleton />}>
        {(detail) => <Detail key={detail.id} detail={detail} />}
      </Loaded>
    </Page>
  );
}

function DetailSkeleton() {
  return (
    <>
      <Skeleton width="14rem" height="2rem" />
      <LinesSkeleton lines={12} />
    </>
  );
}

function Detail({ detail }: { readonly detail: SessionDetail }) {
  const { slug } = useCurrentClinic();
  const patient = useQuery(patientQuery(slug, detail.patientId));
  const name = patient.data === undefined ? null : nameOf(patient.data);
  const [revision] = detail.revisions;
  if (revision === undefined) return null;
  return (
    <>
      <DetailHeader detail={detail} revision={revision} patientName={name} />
      <Status detail={detail} revision={revision} />
      {revision.status === 'current' && revision.signedAt !== null && (
        <Minutes detail={detail} revision={revision} />
      )}
      <RecordColumns>
        <>
          <RecordSection title="Questionnaires">
            <Questionnaires detail={detail} revision={revision} />
          </RecordSection>
          <RecordSection title="History">
            <SessionHistory revisions={detail.revisions} />
          </RecordSection>
        </>
        <SessionRecord revision={detail.revisions.find(({ status }) => status === 'current') ?? revision} />
      </RecordColumns>
    </>
  );
}

/** The session in minutes, and what was written on its timeline. */
function Minutes({
  detail,
  revision,
}: {
  readonly detail: SessionDetail;
  readonly revision: SessionRevision;
}) {
  const { slug } = useCurrentClinic();
  const earlier = useEarlierTraces(slug, detail.id);
  const monitor = useQuery(monitorQuery(slug, detail.id));
  const trace = useMemo(() => {
    const marks =
      traceOfTimeline(monitor.data?.entries ?? [], revision.infusionMinutes, entryWords)?.marks ?? [];
    return { ...traceOfRecord(revision), marks };
  }, [monitor.data, revision]);
  const entries = monitor.data?.entries ?? [];
  return (
    <>
      <Section title="The session in minutes">
        <SessionFigure trace={trace} earlier={earlier} />
      </Section>
      {entries.length > 0 && (
        <Section title="As it was written down">
          <Timeline
            entries={entries}
            start={revision.startedAt === null ? null : new Date(revision.startedAt)}
          />
        </Section>
      )}
    </>
  );
}

interface DetailHeaderProps {
  readonly detail: SessionDetail;
  readonly revision: SessionRevision;
  readonly patientName: string | null;
}

function DetailHeader({ detail, revision, patientName }: DetailHeaderProps) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const navigate = useNavigate();
  const mayAmend = useHasRole('clinician');
  const mayLog = useHasRole('clinician', 'nurse');
  const [asking, setAsking] = useState<'void' | 'move' | null>(null);
  const isSigned = revision.status === 'current' && revision.signedAt !== null;
  const close = () => setAsking(null);
  const name = patientName ?? 'this patient';
  const deeds = deedsWords(detail.revisions, format);
  return (
    <>
      <PageHeader
        title={`Session of ${format.day(revision.onDate)}`}
        lead={
          <>
            <Link to={`/c/${slug}/patients/${detail.patientId}`}>{patientName ?? 'The patient'}</Link>
            {', '}
            {revision.phase}
            {deeds !== '' && `. ${deeds}`}
          </>
        }
        actions={
          isSigned && mayAmend ? (
            <>
              <Button variant="default" component={Link} to={`/c/${slug}/sessions/${detail.id}/log?amend`}>
                Amend
              </Button>
              <Button variant="default" onClick={() => setAsking('move')}>
                Belongs to another patient
              </Button>
              <Button variant="default" onClick={() => setAsking('void')}>
                Entered in error
              </Button>
            </>
          ) : revision.status === 'current' && revision.state === 'planned' && mayLog ? (
            <Button component={Link} to={`/c/${slug}/sessions/${detail.id}/log`}>
              Log this session
            </Button>
          ) : undefined
        }
      />
      {asking === 'void' && (
        <VoidSessionDialog session={detail} patientName={name} onClose={close} onDone={close} />
      )}
      {asking === 'move' && (
        <MoveSessionDialog
          session={detail}
          patientName={name}
          picker={(slot) => <PatientPicker {...slot} />}
          onClose={close}
          onMoved={(moved) => {
            close();
            void navigate(`/c/${slug}/sessions/${moved.id}`);
          }}
        />
      )}
    </>
  );
}

function Status({
  detail,
  revision,
}: {
  readonly detail: SessionDetail;
  readonly revision: SessionRevision;
}) {
  const { slug } = useCurrentClinic();
  const mayPlan = useHasRole('clinician', 'nurse');
  if (revision.status === 'current')
    return revision.signedAt === null ? (
      <Callout tone="attention">{`Not signed: ${sessionStateWords[revision.state]}.`}</Callout>
    ) : null;
  const isError = revision.status === 'entered-in-error';
  return (
    <Callout tone="attention">
      {isError
        ? 'Entered in error: the session is in no chart and no rate.'
        : 'This session belongs to another patient and was moved there: here it is in no chart and no rate.'}
      {revision.reason !== null && ` Reason: ${revision.reason.replace(/\.?$/, '.')}`}
      {` ${formsWords(detail.forms)}`}
      {isError && mayPlan && (
        <>
          {' Its place in the plan is gone with it. '}
          <Link to={`/c/${slug}/patients/${detail.patientId}/record`}>Plan this session again</Link>
          {' in the record, under its course.'}
        </>
      )}
    </Callout>
  );
}

function Questionnaires({
  detail,
  revision,
}: {
  readonly detail: SessionDetail;
  readonly revision: SessionRevision;
}) {
  const { slug } = useCurrentClinic();
  const mayRead = useHasRole('clinician', 'nurse');
  const isCurrent = revision.status === 'current';
  const log = useQuery({ ...sessionLogQuery(slug, detail.id), enabled: mayRead && isCurrent });
  if (!isCurrent) return <p>{formsWords(detail.forms)}</p>;
  if (!mayRead)
    return (
      <p>
        Scores stand with the patient:{' '}
        <Link to={`/c/${slug}/patients/${detail.patientId}`}>the trajectory</Link>.
      </p>
    );
  return (
    <Loaded query={log} skeleton={<LinesSkeleton lines={3} />}>
      {({ instruments, alerts }) => (
        <>
          <AnsweredItem9
            answered={instruments.find(({ instrument }) => instrument === 'phq-9')?.answered ?? null}
            alerts={alerts}
          />
          <AnsweredForms instruments={instruments} />
        </>
      )}
    </Loaded>
  );
}

function nameOf({ givenName, familyName }: Patient): string {
  return [givenName, familyName].filter((part) => part !== '').join(' ');
}
