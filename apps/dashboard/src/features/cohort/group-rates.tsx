import {
  cohortEndpoints,
  type CohortEndpoint,
  type CohortGroup,
  type CohortQuery,
  type CohortSummary,
} from '@courseline/contracts';
import { useSearchParams } from 'react-router';
import { treatmentWords } from '../../messages/clinical-words';
import { useFormat } from '../../ui/format-context';
import { Section } from '../../ui/page';
import { Segments } from '../../ui/segments';
import { countWords, coursesWords, endpointTitles, rateCounts, type RateCount } from './cohort-words';
import { narrowed } from './group-query';
import { RateLinks } from './rate-links';
import { RatePlot } from './rate-plot';
import styles from './cohort.module.css';

interface GroupRatesProps {
  readonly summary: CohortSummary;
  readonly query: CohortQuery;
}

/** One rate by treatment and by period. Groups differ in whom they treat: no ranking, no verdict. */
export function GroupRates({ summary, query }: GroupRatesProps) {
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const there = rateCounts.filter((each) => summary.lastRecorded[each] !== null);
  const count = there.find((each) => each === search.get('rate')) ?? 'response';
  const endpoint = cohortEndpoints.find((each) => each === search.get('at')) ?? 'last-recorded';
  const choose = (name: 'rate' | 'at', value: string) => {
    setSearch(
      (before) => {
        before.set(name, value);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  const shown = { query, count, endpoint };
  return (
    <>
      <Section
        title={`${countWords[count]} by treatment`}
        lead="The groups differ in whom they treat; the difference between two rows is not an effect."
      >
        <div className={styles['filters']}>
          <Segments<RateCount>
            label="Rate of the groups"
            value={count}
            options={there.map((value) => ({ value, label: countWords[value] }))}
            onChange={(value) => choose('rate', value)}
          />
          <Segments<CohortEndpoint>
            label="Endpoint of the groups"
            value={endpoint}
            options={cohortEndpoints.map((value) => ({ value, label: endpointTitles[value] }))}
            onChange={(value) => choose('at', value)}
          />
        </div>
        <GroupTable
          caption={`${countWords[count]} by treatment`}
          groups={summary.byAgentAndRoute}
          nameOf={({ agent, route }) =>
            agent === null || route === null ? '' : treatmentWords({ agent, agentName: null, route })
          }
          {...shown}
        />
      </Section>
      <Section
        title={`${countWords[count]} by period`}
        lead={`By the quarter of day 0. ${endpointTitles[endpoint]}.`}
      >
        <GroupTable
          caption={`${countWords[count]} by period`}
          groups={summary.byQuarter}
          nameOf={({ from }) => (from === null ? '' : `From ${format.day(from)}`)}
          {...shown}
        />
      </Section>
    </>
  );
}

interface GroupTableProps {
  readonly caption: string;
  readonly groups: readonly CohortGroup[];
  readonly nameOf: (group: CohortGroup) => string;
  readonly query: CohortQuery;
  readonly count: RateCount;
  readonly endpoint: CohortEndpoint;
}

function GroupTable({ caption, groups, nameOf, query, count, endpoint }: GroupTableProps) {
  if (groups.length === 0) return <p>No course has a day 0 in this period yet.</p>;
  return (
    <table className={styles['rates']}>
      <caption className="visually-hidden">{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Group</th>
          <th scope="col">Share</th>
          <th scope="col">Counts</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => {
          const outcomes = endpoint === 'last-recorded' ? group.lastRecorded : group.atEndOfInduction;
          const rate = outcomes[count];
          if (rate === null) return null;
          const hasNone = outcomes.treated === 0 && outcomes.withoutInduction > 0;
          return (
            <tr key={group.key}>
              <th scope="row">
                {nameOf(group)}
                <span className={styles['rule']}>
                  {hasNone
                    ? `${coursesWords(outcomes.withoutInduction)}, no induction`
                    : `${outcomes.treated} treated, ${outcomes.eligible} eligible, ${outcomes.eligibleWithFollowUp} with follow-up`}
                </span>
              </th>
              <td className={styles['plotCell']}>
                <RatePlot rate={rate} />
              </td>
              <td className={styles['numbers']}>
                {hasNone ? (
                  'no induction'
                ) : (
                  <RateLinks rate={rate} asked={{ ...narrowed(query, group), endpoint, count }} />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
