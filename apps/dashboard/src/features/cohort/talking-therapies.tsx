import type { CohortQuery, CohortSummary } from '@courseline/contracts';
import { Section } from '../../ui/page';
import { coursesWords } from './cohort-words';
import { RateLinks } from './rate-links';
import { RatePlot } from './rate-plot';
import styles from './cohort.module.css';

/** The two-measure rules of NHS Talking Therapies over the same courses. */
export function TalkingTherapies({
  talkingTherapies,
  query,
}: Pick<CohortSummary, 'talkingTherapies'> & { readonly query: CohortQuery }) {
  const rows = [
    {
      name: 'Recovery',
      count: 'therapiesRecovery',
      rate: talkingTherapies.recovery,
      of: 'of those at caseness at first',
    },
    {
      name: 'Reliable recovery',
      count: 'therapiesReliableRecovery',
      rate: talkingTherapies.reliableRecovery,
      of: 'of those at caseness at first',
    },
    {
      name: 'Reliable improvement',
      count: 'therapiesReliableImprovement',
      rate: talkingTherapies.reliableImprovement,
      of: 'of all with two scores',
    },
    {
      name: 'Reliable deterioration',
      count: 'therapiesReliableDeterioration',
      rate: talkingTherapies.reliableDeterioration,
      of: 'of all with two scores',
    },
  ] as const;
  return (
    <Section
      title="By the rules of NHS Talking Therapies"
      lead={`PHQ-9 and GAD-7 together. ${coursesWords(talkingTherapies.finished)} ${talkingTherapies.finished === 1 ? 'has' : 'have'} two or more scores on each; ${talkingTherapies.atCaseness} ${talkingTherapies.atCaseness === 1 ? 'was' : 'were'} at caseness at first. The NHS counts two attended appointments where we count two scores: the rules are the same, the people are not.`}
    >
      <table className={styles['rates']}>
        <caption className="visually-hidden">By the rules of NHS Talking Therapies</caption>
        <tbody>
          {rows.map(({ name, count, rate, of }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                <span className={styles['rule']}>{of}</span>
              </th>
              <td className={styles['plotCell']}>
                <RatePlot rate={rate} />
              </td>
              <td className={styles['numbers']}>
                <RateLinks rate={rate} asked={{ ...query, endpoint: 'last-recorded', count }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
