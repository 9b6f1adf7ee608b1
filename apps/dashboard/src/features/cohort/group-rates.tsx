import type { CohortGroup, CohortSummary } from '@courseline/contracts';
import { treatmentWords } from '../../messages/clinical-words';
import { useFormat } from '../../ui/format-context';
import { Section } from '../../ui/page';
import { rateWords } from './cohort-words';
import { RatePlot } from './rate-plot';
import styles from './cohort.module.css';

/** Response by treatment and by period. Groups differ in whom they treat: no ranking, no verdict. */
export function GroupRates({ summary }: { readonly summary: CohortSummary }) {
  const format = useFormat();
  return (
    <>
      <Section
        title="Response by treatment"
        lead="Last recorded. The groups differ in whom they treat; the difference between two rows is not an effect."
      >
        <GroupTable
          caption="Response by treatment"
          groups={summary.byAgentAndRoute}
          nameOf={({ agent, route }) =>
            agent === null || route === null ? '' : treatmentWords({ agent, agentName: null, route })
          }
        />
      </Section>
      <Section title="Response by period" lead="By the quarter of day 0. Last recorded.">
        <GroupTable
          caption="Response by period"
          groups={summary.byQuarter}
          nameOf={({ from }) => (from === null ? '' : `From ${format.day(from)}`)}
        />
      </Section>
    </>
  );
}

interface GroupTableProps {
  readonly caption: string;
  readonly groups: readonly CohortGroup[];
  readonly nameOf: (group: CohortGroup) => string;
}

function GroupTable({ caption, groups, nameOf }: GroupTableProps) {
  const format = useFormat();
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
        {groups.map((group) => (
          <tr key={group.key}>
            <th scope="row">
              {nameOf(group)}
              <span className={styles['rule']}>
                {group.lastRecorded.treated} treated, {group.lastRecorded.eligible} eligible,{' '}
                {group.lastRecorded.eligibleWithFollowUp} with follow-up
              </span>
            </th>
            <td className={styles['plotCell']}>
              <RatePlot rate={group.lastRecorded.response} />
            </td>
            <td className={styles['numbers']}>{rateWords(group.lastRecorded.response, format.percent)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
