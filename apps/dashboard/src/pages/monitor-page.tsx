import { Button } from '@mantine/core';
import type { SessionMonitor } from '@courseline/contracts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { useCurrentClinic, useHasRole } from '../api/current-clinic';
import { useLive } from '../api/live';
import { monitorQuery } from '../api/monitoring';
import { traceOfTimeline } from '../charts/session-trace';
import { MonitorBoard } from '../features/monitor/monitor-board';
import { SessionFigure } from '../features/session-chart/session-figure';
import { useEarlierTraces } from '../features/session-chart/use-earlier-traces';
import { entryWords } from '../messages/monitor-words';
import { phaseWords, treatmentWords } from '../messages/clinical-words';
import { Callout } from '../ui/callout';
import { useFormat } from '../ui/format-context';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader } from '../ui/page';
import { LinesSkeleton, Skeleton } from '../ui/skeletons';

/** The session room: what happens, as it happens, for everybody who watches. */
export function MonitorPage() {
  const { slug } = useCurrentClinic();
  const session = useParams()['session'] ?? '';
  useLive([`session/${session}`], session !== '');
  const query = useQuery(monitorQuery(slug, session));
  return (
    <Page>
      <Loaded query={query} skeleton={<MonitorSkeleton />}>
        {(monitor) => (
          <>
            <MonitorHeader monitor={monitor} />
            <MonitorBoard
              key={monitor.session.id}
              monitor={monitor}
              readAt={query.dataUpdatedAt}
              chart={<MonitorChart monitor={monitor} />}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function MonitorChart({ monitor }: { readonly monitor: SessionMonitor }) {
  const { slug } = useCurrentClinic();
  const { entries, session } = monitor;
  const earlier = useEarlierTraces(slug, session.id);
  const trace = useMemo(
    () => traceOfTimeline(entries, session.infusionMinutes, entryWords),
    [entries, session.infusionMinutes],
  );
  return trace === null ? (
    <p>Minutes count from the start of the dose: the chart begins with it.</p>
  ) : (
    <SessionFigure trace={trace} earlier={earlier} />
  );
}

function MonitorSkeleton() {
  return (
    <>
      <Skeleton width="20rem" height="2rem" />
      <Skeleton width="100%" height="8rem" />
      <LinesSkeleton lines={8} />
    </>
  );
}

function MonitorHeader({ monitor }: { readonly monitor: SessionMonitor }) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const mayLog = useHasRole('nurse', 'clinician');
  const { session, patient, openAlerts } = monitor;
  const place =
    session.plannedCount === null ? session.number : `${session.number} of ${session.plannedCount}`;
  const path = `/c/${slug}/sessions/${session.id}`;
  return (
    <>
      <PageHeader
        title={`${patient.name}, session ${place}`}
        documentTitle={`Monitor: ${patient.name}`}
        lead={
          <>
            <Link to={`/c/${slug}/patients/${patient.id}`}>
              {patient.name}
              {patient.age !== null && `, ${patient.age}`}
            </Link>
            {` · ${phaseWords[session.phase]}, ${treatmentWords({ ...session, agentName: null })} · ${format.dayShort(session.onDate)} · Allergies: `}
            {patient.allergies === null ? 'not asked' : <strong>{patient.allergies}</strong>}
            {patient.contraindications !== null && (
              <>
                {' · '}
                <strong>{patient.contraindications}</strong>
              </>
            )}
          </>
        }
        actions={
          session.state === 'planned' && mayLog ? (
            <Button variant="default" component={Link} to={`${path}/log`}>
              Forms, dose and signature
            </Button>
          ) : (
            <Button variant="default" component={Link} to={path}>
              The signed session
            </Button>
          )
        }
      />
      {openAlerts > 0 && session.state === 'planned' && (
        <Callout tone="risk">
          {openAlerts === 1
            ? 'A risk alert of this patient is open.'
            : `${openAlerts} risk alerts of this patient are open.`}{' '}
          {mayLog && <Link to={`${path}/log`}>Record what was done</Link>}
        </Callout>
      )}
      {session.state !== 'planned' && (
        <Callout tone="note">This session is closed: it takes no more entries.</Callout>
      )}
    </>
  );
}
