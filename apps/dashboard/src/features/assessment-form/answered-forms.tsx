import type { LoggedInstrument } from '@courseline/contracts';
import { AnsweredForm } from './answered-form';
import styles from './assessment-form.module.css';

/** The forms that stand with a session, to be read. */
export function AnsweredForms({ instruments }: { readonly instruments: readonly LoggedInstrument[] }) {
  const answered = instruments.flatMap((logged) =>
    logged.answered === null ? [] : [{ ...logged, answered: logged.answered }],
  );
  if (answered.length === 0) return <p>No questionnaire was filled in for this session.</p>;
  return (
    <div className={styles['stack']}>
      {answered.map((logged) => (
        <AnsweredForm key={logged.instrument} logged={logged} />
      ))}
    </div>
  );
}
