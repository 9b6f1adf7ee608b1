import type { SessionLog } from '@courseline/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { useCurrentClinic } from '../api/current-clinic';
import { useLive } from '../api/live';
import { sessionLogQuery } from '../api/session-log';
import { FormStack } from '../features/assessment-form/form-stack';
import { HandOver } from '../features/hand-over/hand-over';
import { SessionAlerts } from '../features/safety/session-alerts';
import { AmendSheet } from '../features/session-log/amend-sheet';
import { DraftSheet } from '../features/session-log/draft-sheet';
import { SheetSkeleton } from '../features/session-log/sheet-skeleton';
import type { AlertsSlot } from '../features/session-log/sheet-slots';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader } from '../ui/page';

/** A session written down, or with `?amend` a signed one put right: one page, all by keyboard. */
export function LogSessionPage() {
  const { slug } = useCurrentClinic();
  const session = useParams()['session'] ?? '';
  useLive([`session/${session}`], session !== '');
  const query = useQuery(sessionLogQuery(slug, session));
  return (
    <Page>
      <Loaded query={query} skeleton={<SheetSkeleton />}>
        {(log) => <LogSession key={log.session.id} log={log} />}
      </Loaded>
    </Page>
  );
}

function LogSession({ log }: { readonly log: SessionLog }) {
  const { slug } = useCurrentClinic();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [search] = useSearchParams();
  const detail = `/c/${slug}/sessions/${log.session.id}`;
  const alerts = (slot: AlertsSlot) => (
    <SessionAlerts
      alerts={slot.log.alerts}
      awaiting={slot.awaiting}
      ownForm={slot.ownForm}
      quiet={isItem9Zero(slot.log)}
      onRecorded={slot.onRecorded}
    />
  );

  if (log.signed !== null) {
    if (!search.has('amend') || !log.maySign) return <Navigate to={detail} replace />;
    return (
      <AmendSheet
        log={{ ...log, signed: log.signed }}
        forms={(slot) => <FormStack {...slot} />}
        alerts={alerts}
        onAmended={() => void navigate(detail)}
      />
    );
  }
  if (log.session.state !== 'planned') return <NotLogged log={log} />;
  return (
    <DraftSheet
      log={log}
      forms={(slot) => (
        <>
          <HandOver
            sessionId={log.session.id}
            onForms={() =>
              void client.invalidateQueries({ queryKey: sessionLogQuery(slug, log.session.id).queryKey })
            }
          />
          <FormStack {...slot} />
        </>
      )}
      alerts={alerts}
      onSigned={() => void navigate(detail, { replace: true })}
    />
  );
}

function isItem9Zero(log: SessionLog): boolean {
  const answered = log.instruments.find(({ instrument }) => instrument === 'phq-9')?.answered?.item9;
  return (answered ?? log.draft?.fields['answers/phq-9/9']?.value) === 0;
}

const unlogged: Readonly<Record<string, string>> = {
  cancelled: 'This session was cancelled.',
  'no-show': 'The patient did not come to this session.',
};

function NotLogged({ log }: { readonly log: SessionLog }) {
  const { slug } = useCurrentClinic();
  const { session, patient } = log;
  return (
    <>
      <PageHeader
        title={unlogged[session.state] ?? 'This session was written down without a signature.'}
        lead={<Link to={`/c/${slug}/patients/${patient.id}`}>{patient.name}</Link>}
      />
      <p>Plan it again from the patient’s page to write it down.</p>
    </>
  );
}
