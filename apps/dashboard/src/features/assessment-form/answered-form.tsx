import type { LoggedInstrument } from '@courseline/contracts';
import { getInstrument, type Item } from '@courseline/instruments';
import { useId, useState } from 'react';
import { useFormat } from '../../ui/format-context';
import { InstrumentName } from '../../ui/instrument-mark';
import { Notation } from '../../ui/notation';
import { changeWords } from './form-standing';
import styles from './assessment-form.module.css';

interface AnsweredFormProps {
  readonly logged: LoggedInstrument & { readonly answered: NonNullable<LoggedInstrument['answered']> };
}

/** A form someone has answered already: who, when and what came out; it is not asked again. */
export function AnsweredForm({ logged }: AnsweredFormProps) {
  const { answered, baseline } = logged;
  const definition = getInstrument(logged.instrument);
  const format = useFormat();
  const isBaseline = baseline?.assessmentId === answered.assessmentId;
  const [shown, setShown] = useState(false);
  const id = useId();
  const when = answered.at === null ? format.nearDay(answered.onDate) : format.nearMoment(answered.at);
  return (
    <section className={styles['form']} aria-label={definition.name}>
      <div className={styles['header']}>
        <h3 className={styles['name']}>
          <InstrumentName instrument={definition.id} />
        </h3>
        <div className={styles['standing']}>
          <Notation
            value={answered.total}
            was={isBaseline ? null : (baseline?.total ?? null)}
            missing="no total"
          />
          {isBaseline && ', the baseline'}
          {answered.scoreStatus === 'prorated' && ', prorated'}
          {answered.total !== null && !isBaseline && (
            <span className={styles['soft']}>
              {changeWords(answered.total, logged)
                .map((words) => `, ${words}`)
                .join('')}
            </span>
          )}
        </div>
        <span className={styles['by']}>
          {answered.way === 'kiosk' ? `on the tablet, handed over by ${answered.byName}` : answered.byName},{' '}
          {when}
        </span>
        {answered.answers !== null && (
          <button
            type="button"
            className={styles['toggle']}
            aria-expanded={shown}
            aria-controls={id}
            onClick={() => setShown(!shown)}
          >
            {shown ? 'Close' : 'Show'}
          </button>
        )}
      </div>
      {shown && answered.answers !== null && (
        <FormAnswers id={id} instrument={logged.instrument} answers={answered.answers} />
      )}
    </section>
  );
}

interface FormAnswersProps {
  readonly id?: string;
  readonly instrument: string;
  readonly answers: readonly (number | null | undefined)[];
}

/** Answers to be read: each question with what was said. */
export function FormAnswers({ id, instrument, answers }: FormAnswersProps) {
  const definition = getInstrument(instrument);
  return (
    <ol id={id} className={styles['answers']}>
      {definition.items.map((item, index) => (
        <li key={item.number} className={styles['answer']}>
          <span className={styles['number']}>{item.number}</span>
          <span>{item.text}</span>
          <span className={styles['said']}>{wordsOf(definition.options, answers[index], item.ends)}</span>
        </li>
      ))}
    </ol>
  );
}

function wordsOf(
  options: readonly { readonly value: number; readonly label: string }[],
  answer: number | null | undefined,
  ends: Item['ends'],
): string {
  if (answer === undefined) return 'not asked';
  if (answer === null) return 'declined';
  if (ends !== undefined) return `${answer} (0 ${ends.low}, ${options.at(-1)?.value} ${ends.high})`;
  return `${answer} ${options.find((option) => option.value === answer)?.label ?? ''}`;
}
