import type { CohortSummary } from '@courseline/contracts';
import { Section } from '../../ui/page';
import styles from './cohort.module.css';

/** Every rule on the page with its source, so that each number can be defended. */
export function RulesSection({ rules }: Pick<CohortSummary, 'rules'>) {
  return (
    <Section title="Rules and sources">
      <dl className={styles['sources']}>
        {rules.map((rule) => (
          <div key={rule.id}>
            <dt>{rule.words}</dt>
            <dd>
              {rule.citation}
              {rule.ownRule && ' This choice is our own rule.'}{' '}
              <span className={styles['soft']}>({rule.id})</span>
            </dd>
          </div>
        ))}
        <div>
          <dt>Intervals</dt>
          <dd>Wilson, 95 %, without continuity correction (Wilson 1927, J Am Stat Assoc 22:209).</dd>
        </div>
        <div>
          <dt>Baseline</dt>
          <dd>
            The last score from 14 days before the first dose to the first dose, never one within 24 hours
            after a dose. Our own rule. Prorated and imported scores count.
          </dd>
        </div>
      </dl>
    </Section>
  );
}
