import { Button } from '@mantine/core';
import type { CohortQuery, CohortSummary } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { cohortQuery, fixableQuery } from '../api/cohort';
import { useCurrentClinic } from '../api/current-clinic';
import { csvOf, downloadCsv } from '../ui/csv';
import { cohortQueryOf, withQuery } from '../features/cohort/cohort-address';
import { CohortFilters } from '../features/cohort/cohort-filters';
import { cohortTable } from '../features/cohort/cohort-table';
import { FixableSection } from '../features/cohort/fixable-section';
import { GroupRates } from '../features/cohort/group-rates';
import { OutcomeRates } from '../features/cohort/outcome-rates';
import { RulesSection } from '../features/cohort/rules-section';
import { SideEffectRates } from '../features/cohort/side-effect-rates';
import { TalkingTherapies } from '../features/cohort/talking-therapies';
import styles from '../features/cohort/cohort.module.css';
import { useFormat } from '../ui/format-context';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader } from '../ui/page';
import { LinesSkeleton } from '../ui/skeletons';

/** The director's first page: what can still be fixed, then what the clinic's courses came to. */
export function OutcomesPage() {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const query = cohortQueryOf(search);
  const summary = useQuery(cohortQuery(slug, query));
  const fixable = useQuery(fixableQuery(slug));
  const change = (next: CohortQuery) => setSearch((before) => withQuery(before, next), { replace: true });
  const save = (data: CohortSummary) => {
    const { header, rows } = cohortTable(data);
    downloadCsv(`outcomes-${data.instrument}-${format.today()}.csv`, csvOf(header, rows));
  };
  return (
    <Page>
      <PageHeader
        title="Outcomes"
        documentTitle={`Outcomes, ${getInstrument(query.instrument).name}`}
        lead="Every number says of how many, by which rule, and opens to the people behind it."
        actions={
          <>
            <Button component={Link} variant="default" to={`/c/${slug}/outcomes/completion`}>
              Completion of check-ins
            </Button>
            {summary.data !== undefined && (
              <Button variant="default" onClick={() => save(summary.data)}>
                All rates as CSV
              </Button>
            )}
          </>
        }
      />
      <Loaded query={fixable} skeleton={<LinesSkeleton lines={4} />}>
        {(found) => <FixableSection fixable={found} />}
      </Loaded>
      <div className={styles['space']}>
        <CohortFilters query={query} choices={summary.data?.choices ?? []} onChange={change} />
      </div>
      <Loaded query={summary} skeleton={<LinesSkeleton lines={18} />}>
        {(data) => (
          <div aria-busy={summary.isPlaceholderData}>
            <div className={styles['two']}>
              <OutcomeRates query={query} outcomes={data.atEndOfInduction} rules={data.rules} />
              <OutcomeRates query={query} outcomes={data.lastRecorded} rules={data.rules} />
            </div>
            <GroupRates summary={data} query={query} />
            <SideEffectRates sideEffects={data.sideEffects} query={query} />
            <TalkingTherapies talkingTherapies={data.talkingTherapies} query={query} />
            <RulesSection rules={data.rules} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
