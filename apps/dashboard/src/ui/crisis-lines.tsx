import type { CrisisLine } from '@courseline/contracts';
import styles from './crisis-lines.module.css';

/** What is said around the numbers; English where nothing else is given. */
export interface CrisisWords {
  readonly call: (number: string) => string;
  readonly text: (number: string, word: string | null) => string;
  readonly notWatched: string;
}

const english: CrisisWords = {
  call: (number) => `Call ${number}`,
  text: (number, word) => (word === null ? `Text ${number}` : `Text “${word}” to ${number}`),
  notWatched: 'Answers here are not watched in real time.',
};

interface CrisisLinesProps {
  readonly lines: readonly CrisisLine[];
  readonly clinicName: string;
  readonly clinicPhone: string | null;
  readonly openingHours: string | null;
  readonly words?: CrisisWords;
}

const dial = (number: string): string => number.replaceAll(/[^\d+]/g, '');

interface CallLinkProps {
  readonly number: string;
  readonly words?: CrisisWords;
}

/** A number to call by a tap. */
export function CallLink({ number, words = english }: CallLinkProps) {
  return (
    <a className={styles['way']} href={`tel:${dial(number)}`}>
      {words.call(number)}
    </a>
  );
}

/** Whom to call or text at any hour, by a tap. Says that nobody watches the answers as they come. */
export function CrisisLines({
  lines,
  clinicName,
  clinicPhone,
  openingHours,
  words = english,
}: CrisisLinesProps) {
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
              {line.phone !== null && <CallLink number={line.phone} words={words} />}
              {line.textTo !== null && (
                <a className={styles['way']} href={smsTo(line.textTo, line.textWord)}>
                  {words.text(line.textTo, line.textWord)}
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
        {openingHours !== null && `, ${openingHours}`}. {words.notWatched}
      </p>
    </div>
  );
}

function smsTo(number: string, word: string | null): string {
  return word === null ? `sms:${dial(number)}` : `sms:${dial(number)}?&body=${encodeURIComponent(word)}`;
}
