import type { WorklistAlert } from '@courseline/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useCurrentClinic, useHasRole } from '../api/current-clinic';
import { useLive } from '../api/live';
import { unreadQuery, worklistQuery } from '../api/safety-worklist';
import { AlertDialog } from '../features/safety/alert-dialog';
import { ResolvedList } from '../features/safety/resolved-list';
import { UnreadResults } from '../features/safety/unread-results';
import { AlertRows } from '../features/safety/worklist';
import { useFormat } from '../ui/format-context';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader, Section } from '../ui/page';
import { periodOf, withPeriod } from '../ui/period';
import { RowsSkeleton } from '../ui/skeletons';
import { EmptyState } from '../ui/states';

const defaultDays = 30;

/** Everything that needs somebody: alerts nobody has taken on, those somebody works on, unread forms, and what was done. */
export function SafetyPage() {
  const { slug } = useCurrentClinic();
  const mayRead = useHasRole('nurse', 'clinician', 'director');
  const mayTune = useHasRole('director');
  const format = useFormat();
  useLive(['alerts'], mayRead);
  const worklist = useQuery({ ...worklistQuery(slug), enabled: mayRead });
  const unread = useQuery({ ...unreadQuery(slug), enabled: mayRead });
  const [address, setAddress] = useSearchParams();
  const [chosen, setChosen] = useState<WorklistAlert | null>(null);
  if (!mayRead) {
    return (
      <Page>
        <PageHeader title="Safety" />
        <EmptyState title="Not for your role">
          Nurses, clinicians and directors see the alerts of the clinic&apos;s patients here.
        </EmptyState>
      </Page>
    );
  }
  const all = worklist.data?.alerts ?? [];
  // The newest state of what is open in the dialog: a colleague may have been faster.
  const shown = chosen === null ? null : (all.find(({ id }) => id === chosen.id) ?? chosen);
  const period = periodOf(address, format.today(), defaultDays);
  return (
    <Page>
      <PageHeader
        title="Safety"
        lead="Nothing closes itself: an alert stays until someone records what was done."
        actions={mayTune && <Link to={`/c/${slug}/safety/ledger`}>Rules and ledger</Link>}
      />
      <Loaded query={worklist} skeleton={<RowsSkeleton rows={4} />}>
        {({ alerts }) => <Unresolved alerts={alerts} onAct={setChosen} />}
      </Loaded>
      <Section title={titleOf('Forms nobody has read', unread.data?.count)}>
        <Loaded query={unread} skeleton={<RowsSkeleton rows={3} />}>
          {(data) => <UnreadResults unread={data} />}
        </Loaded>
      </Section>
      <Section title="Resolved">
        <ResolvedList
          period={period}
          onPeriod={(next) =>
            setAddress((now) => withPeriod(now, next), { replace: true, preventScrollReset: true })
          }
          onShow={setChosen}
        />
      </Section>
      {shown !== null && <AlertDialog key={shown.id} alert={shown} onClose={() => setChosen(null)} />}
    </Page>
  );
}

function titleOf(words: string, count: number | undefined): string {
  return count === undefined || count === 0 ? words : `${words}: ${count}`;
}

function Unresolved({
  alerts,
  onAct,
}: {
  readonly alerts: readonly WorklistAlert[];
  readonly onAct: (alert: WorklistAlert) => void;
}) {
  const open = alerts.filter(({ state }) => state === 'open');
  const taken = alerts.filter(({ state }) => state === 'acknowledged');
  return (
    <>
      <Section title={titleOf('Open', open.length)}>
        {open.length === 0 ? (
          <EmptyState title="No alert waits for someone to take it on">
            An alert stands here as soon as its cause is saved: an answer about self-harm, a score that rises,
            a reading in a session. That none is here never means that nobody is at risk.
          </EmptyState>
        ) : (
          <AlertRows label="Open alerts" alerts={open} onAct={onAct} />
        )}
      </Section>
      {taken.length > 0 && (
        <Section title={titleOf('Taken on', taken.length)}>
          <AlertRows label="Alerts taken on" alerts={taken} onAct={onAct} />
        </Section>
      )}
    </>
  );
}
