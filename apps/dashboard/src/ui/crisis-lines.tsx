import type { CrisisLine } from '@courseline/contracts';
import styles from './crisis-lines.module.css';

interface CrisisLinesProps {
  readonly lines: readonly CrisisLine[];
  readonly clinicName: string;
  readonly clinicPhone: string | null;
  readonly openingHours: string | null;
}

const dial = (number: string): string => number.replaceAll(/[^\d+]/g, '');

/** A number to call by a tap. */
export function CallLink({ number }: { readonly number: string }) {
  return (
    <a className={styles['way']} href={`tel:${dial(number)}`}>
      Call {number}
    </a>
  );
}

/** Whom to call or text at any hour, by a tap. Says that nobody watches the answers as they come. */
export function CrisisLines({ lines, clinicName, clinicPhone, openingHours }: CrisisLinesProps) {
  return (
    <div className={styles['lines']}>
      <ul className={styles['list']}>
        {lines.map((line) => (
          <li key={line.name} className={styles['line']}>
            <span className={styles['name']}>
              {line.name}
              {line.hours !== null && <span className={styles['hours']}> {line.hours}</span>}
            </span>
            <span className={styles['ways']}>
              {line.phone !== null && <CallLink number={line.phone} />}
              {line.textTo !== null && (
                <a className={styles['way']} href={smsTo(line.textTo, line.textWord)}>
                  Text {line.textWord === null ? '' : `“${line.textWord}” to `}
                  {line.textTo}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles['clinic']}>
        {clinicName}
        {clinicPhone !== null && (
          <>
            {' '}
            <a href={`tel:${dial(clinicPhone)}`}>{clinicPhone}</a>
          </>
        )}
        {openingHours !== null && `, ${openingHours}`}. Answers here are not watched in real time.
      </p>
    </div>
  );
}

function smsTo(number: string, word: string | null): string {
  return word === null ? `sms:${dial(number)}` : `sms:${dial(number)}?&body=${encodeURIComponent(word)}`;
}
