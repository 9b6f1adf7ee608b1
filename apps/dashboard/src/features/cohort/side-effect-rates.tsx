import type { CohortQuery, CohortSideEffect, CohortSummary } from '@courseline/contracts';
import { findSideEffectTerm } from '@courseline/treatment';
import { useFormat } from '../../ui/format-context';
import { Section } from '../../ui/page';
import { rateWords } from './cohort-words';
import { RateLinks } from './rate-links';
import { RatePlot } from './rate-plot';
import styles from './cohort.module.css';

/** Below this share of the courses asked a side effect is folded away, unless one was serious: our own rule. */
const RARE_SHARE = 0.05;

function isRare({ byCourse, serious }: CohortSideEffect): boolean {
  return serious === 0 && byCourse.p !== null && byCourse.p < RARE_SHARE;
}

/** How often each side effect came up in the sessions in which it was asked about. */
export function SideEffectRates({
  sideEffects,
  query,
}: Pick<CohortSummary, 'sideEffects'> & { readonly query: CohortQuery }) {
  const format = useFormat();
  const { effects, sessions, sessionsAsked, any } = sideEffects;
  const rare = effects.filter(isRare);
  const common = effects.filter((effect) => !isRare(effect));
  return (
    <Section
      title="Side effects"
      lead={`Asked in ${sessionsAsked} of ${sessions} sessions. Any side effect: ${rateWords(any, format.percent)} of the sessions asked.`}
    >
      {effects.length === 0 ? (
        <p>No side effect has been recorded in these sessions.</p>
      ) : (
        <>
          <EffectTable caption="Side effects" effects={common} query={query} />
          {rare.length > 0 && (
            <details>
              <summary className={styles['summary']}>
                {rare.length} rarer {rare.length === 1 ? 'one' : 'ones'} (fewer than{' '}
                {format.percent(RARE_SHARE)} of courses)
              </summary>
              <EffectTable caption="Rarer side effects" effects={rare} query={query} />
            </details>
          )}
          <p className={styles['soft']}>
            The tick is the share of patients in the esketamine trials in treatment-resistant depression
            (Spravato labelling, n = 346). Ours are asked for at every session; asking finds more than waiting
            to be told, so the two are not the same kind of number.
          </p>
        </>
      )}
    </Section>
  );
}

interface EffectTableProps {
  readonly caption: string;
  readonly effects: readonly CohortSideEffect[];
  readonly query: CohortQuery;
}

function EffectTable({ caption, effects, query }: EffectTableProps) {
  const format = useFormat();
  return (
    <table className={styles['rates']}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Side effect</th>
          <th scope="col" className={styles['plotCell']}>
            Of courses asked
          </th>
          <th scope="col">Counts</th>
        </tr>
      </thead>
      <tbody>
        {effects.map((effect) => {
          const term = findSideEffectTerm(effect.code);
          return (
            <tr key={effect.code}>
              <th scope="row">
                {term?.label ?? effect.code}
                <span className={styles['rule']}>
                  {effect.severity.mild.x} mild, {effect.severity.moderate.x} moderate,{' '}
                  {effect.severity.severe.x} severe
                  {effect.serious > 0 && `, ${effect.serious} serious`}
                  {effect.medianMinutesToResolution !== null &&
                    `; passed after ${format.duration(effect.medianMinutesToResolution)} (median of ${effect.resolutionKnown})`}
                </span>
              </th>
              <td className={styles['plotCell']}>
                <RatePlot rate={effect.byCourse} published={term?.published?.esketamine ?? null} />
              </td>
              <td className={styles['numbers']}>
                <RateLinks
                  rate={effect.byCourse}
                  asked={{
                    ...query,
                    endpoint: 'last-recorded',
                    count: 'sideEffect',
                    code: effect.code,
                  }}
                />
                <span className={styles['rule']}>
                  {effect.incidence.x} of {effect.incidence.n} sessions
                  {term?.published != null &&
                    `; published ${format.percent(term.published.esketamine)} of patients`}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
