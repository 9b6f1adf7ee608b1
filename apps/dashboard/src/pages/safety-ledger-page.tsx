import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useCurrentClinic, useHasRole } from '../api/current-clinic';
import { escalationQuery, ledgerQuery, safetyRulesQuery } from '../api/safety-rules';
import { EscalationSection } from '../features/safety/escalation-section';
import { LedgerTable } from '../features/safety/ledger-table';
import { PeriodFields } from '../features/safety/period-fields';
import { RuleDialog } from '../features/safety/rule-dialog';
import { useFormat } from '../ui/format-context';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader, Section } from '../ui/page';
import { periodOf, withPeriod } from '../ui/period';
import { LinesSkeleton, RowsSkeleton } from '../ui/skeletons';
import { EmptyState } from '../ui/states';

const defaultDays = 90;

/** The rules that raise alerts, what came of them in a period, and when an alert is told to others. */
export function SafetyLedgerPage() {
  const { slug } = useCurrentClinic();
  const mayTune = useHasRole('director');
  const format = useFormat();
  const [address, setAddress] = useSearchParams();
  const period = periodOf(address, format.today(), defaultDays);
  const ledger = useQuery({ ...ledgerQuery(slug, period), enabled: mayTune });
  const rules = useQuery({ ...safetyRulesQuery(slug), enabled: mayTune });
  const escalation = useQuery({ ...escalationQuery(slug), enabled: mayTune });
  const [chosen, setChosen] = useState<string | null>(null);
  if (!mayTune) {
    return (
      <Page>
        <PageHeader title="Rules and ledger" />
        <EmptyState title="Not for your role">
          Who leads the clinic sees here what came of its alerts, and changes the rules that raise them.
        </EmptyState>
      </Page>
    );
  }
  const rule = rules.data?.rules.find(({ id }) => id === chosen);
  return (
    <Page>
      <PageHeader
        title="Rules and ledger"
        lead="How often each rule fired, and what came of it: a rule that cries wolf is one nobody hears."
        actions={<Link to={`/c/${slug}/safety`}>Safety</Link>}
      />
      <PeriodFields
        label="Raised from"
        period={period}
        onPeriod={(next) =>
          setAddress((now) => withPeriod(now, next), { replace: true, preventScrollReset: true })
        }
      />
      <Loaded query={rules} skeleton={<RowsSkeleton rows={20} />}>
        {(known) => (
          <Loaded query={ledger} skeleton={<RowsSkeleton rows={20} />}>
            {(data) => <LedgerTable ledger={data} rules={known.rules} onRule={({ id }) => setChosen(id)} />}
          </Loaded>
        )}
      </Loaded>
      <Section title="When nobody takes an alert on">
        <Loaded query={escalation} skeleton={<LinesSkeleton lines={4} />}>
          {(settings) => <EscalationSection settings={settings} />}
        </Loaded>
      </Section>
      {rule !== undefined && <RuleDialog rule={rule} onClose={() => setChosen(null)} />}
    </Page>
  );
}
