import type { CohortCount, CohortOutcomes, CohortQuery, CohortSummary, Rate } from '@courseline/contracts';
import { Link } from 'react-router';
import { useCurrentClinic } from '../../api/current-clinic';
import { useFormat } from '../../ui/format-context';
import { Section } from '../../ui/page';
import { peopleAddress } from './cohort-address';
import {
  countWords,
  coursesWords,
  endpointLeads,
  endpointTitles,
  findingWords,
  flowWords,
  rateCounts,
  rateWords,
} from './cohort-words';
import { RateLinks } from './rate-links';
import { RatePlot } from './rate-plot';
import styles from './cohort.module.css';

interface OutcomeRatesProps {
  readonly query: CohortQuery;
  readonly outcomes: CohortOutcomes;
  readonly rules: CohortSummary['rules'];
}

const flow: readonly Extract<
  CohortCount,
  'treated' | 'withBaseline' | 'eligible' | 'eligibleWithFollowUp'
>[] = ['treated', 'withBaseline', 'eligible', 'eligibleWithFollowUp'];

/** The flow from treated to analysed, and the rates that stand under it. */
export function OutcomeRates({ query, outcomes, rules }: OutcomeRatesProps) {
  const format = useFormat();
  const { endpoint, withoutInduction } = outcomes;
  return (
    <Section title={endpointTitles[endpoint]} lead={endpointLeads[endpoint]}>
      <p className={styles['finding']}>{findingWords(outcomes.response, format.percent)}</p>
      <Flow query={query} outcomes={outcomes} />
      {withoutInduction > 0 && (
        <p className={styles['soft']}>
          {coursesWords(withoutInduction)} without an induction {withoutInduction === 1 ? 'is' : 'are'} not
          counted here.
        </p>
      )}
      <table className={styles['rates']}>
        <caption className="visually-hidden">Rates {endpointTitles[endpoint].toLowerCase()}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Outcome</th>
            <th scope="col">Share</th>
            <th scope="col">Counts</th>
          </tr>
        </thead>
        <tbody>
          {ratesOf(outcomes).map(({ count, rate }) => (
            <RateRow key={count} query={query} outcomes={outcomes} count={count} rate={rate} rules={rules} />
          ))}
        </tbody>
      </table>
      {outcomes.improvementByPoints.length > 1 && (
        <p className={styles['soft']}>
          By the other published thresholds:{' '}
          {outcomes.improvementByPoints
            .map((rate) => `${rate.points} points or more ${rateWords(rate, format.percent)}`)
            .join('; ')}
          .
        </p>
      )}
    </Section>
  );
}

function ratesOf(outcomes: CohortOutcomes) {
  return rateCounts.flatMap((count) => {
    const rate = outcomes[count];
    return rate === null ? [] : [{ count, rate }];
  });
}

interface RateRowProps extends OutcomeRatesProps {
  readonly count: CohortCount;
  readonly rate: Rate & { readonly ruleId: string };
}

function RateRow({ query, outcomes, count, rate, rules }: RateRowProps) {
  const rule = rules.find((each) => each.id === rate.ruleId);
  return (
    <tr>
      <th scope="row">
        {countWords[count]}
        {rule !== undefined && <span className={styles['rule']}>{withoutName(rule.words)}</span>}
      </th>
      <td className={styles['plotCell']}>
        <RatePlot rate={rate} />
      </td>
      <td className={styles['numbers']}>
        <RateLinks rate={rate} asked={{ ...query, endpoint: outcomes.endpoint, count }} />
      </td>
    </tr>
  );
}

/** "Response: at least 50 % ..." under the heading "Response" says it once. */
function withoutName(words: string): string {
  const rest = words.slice(words.indexOf(': ') + 2);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function Flow({ query, outcomes }: { readonly query: CohortQuery; readonly outcomes: CohortOutcomes }) {
  const { slug } = useCurrentClinic();
  return (
    <ol className={styles['flow']}>
      {flow.map((count) => {
        const number = outcomes[count];
        const words = (
          <>
            <span className={styles['count']}>{number}</span> {flowWords(count, number)}
          </>
        );
        return (
          <li key={count}>
            <span
              className={styles['flowBar']}
              style={{ width: `${outcomes.treated === 0 ? 0 : (number / outcomes.treated) * 100}%` }}
            />
            {number === 0 ? (
              <span className={styles['flowNone']}>{words}</span>
            ) : (
              <Link to={peopleAddress(slug, { ...query, endpoint: outcomes.endpoint, count })}>{words}</Link>
            )}
          </li>
        );
      })}
    </ol>
  );
}
