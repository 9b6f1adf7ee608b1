import type { OwnOverview } from '@courseline/contracts';
import { CallLink } from '../../ui/crisis-lines';
import { useFormat } from '../../ui/format-context';
import { InstrumentMark } from '../../ui/instrument-mark';
import { Section } from '../../ui/page';
import { OwnChart } from './own-chart';
import { ownName, ownSentence } from './own-words';
import styles from './own-record.module.css';

/** How a person has been, in their own scores. */
export function OwnScores({ overview }: { readonly overview: OwnOverview }) {
  const format = useFormat();
  return (
    <Section
      title="How you have been"
      lead={
        overview.since === null
          ? 'Lower scores mean fewer symptoms.'
          : `Since ${format.day(overview.since)}. Lower scores mean fewer symptoms.`
      }
    >
      {overview.instruments.length === 0 ? (
        <p>
          After your first questions, your scores will stand here, so that you can see how you are doing over
          time.
        </p>
      ) : (
        <div className={styles['scores']}>
          {overview.instruments.map((scores) => {
            const { scores: numbers, meaning, callClinic } = ownSentence(scores);
            return (
              <article key={scores.instrument} className={styles['score']}>
                <h3>
                  <InstrumentMark instrument={scores.instrument} /> {ownName(scores.instrument)}{' '}
                  <span className={styles['numbers']}>{numbers}</span>
                </h3>
                <p>{meaning}</p>
                {callClinic && overview.clinicPhone !== null && (
                  <p>
                    <CallLink number={overview.clinicPhone} />
                    {overview.openingHours !== null && ` ${overview.openingHours}`}
                  </p>
                )}
                <OwnChart scores={scores} />
              </article>
            );
          })}
        </div>
      )}
    </Section>
  );
}
