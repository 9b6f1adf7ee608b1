import type { AnswerOption, Item } from '@courseline/instruments';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../messages/patient-messages';
import { classNames } from '../../ui/class-names';
import styles from './own-form.module.css';

interface QuestionProps {
  /** What comes before the question, such as the time it asks about. */
  readonly lead: string | null;
  readonly text: string;
  readonly options: readonly AnswerOption[];
  /** What the lowest and the highest number mean, where the answers are numbers. */
  readonly ends?: Item['ends'];
  readonly answer: number | null | undefined;
  readonly pending: boolean;
  readonly onAnswer: (answer: number | null) => void;
}

/** One question on one screen: large answers, one tap each; a digit key does the same. The wording is the instrument's. */
export function Question({ lead, text, options, ends, answer, pending, onAnswer }: QuestionProps) {
  const { t } = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [text]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || pending) return;
      const option = options.find((each) => String(each.value) === event.key);
      if (option !== undefined) onAnswer(option.value);
    };
    globalThis.addEventListener('keydown', listen);
    return () => globalThis.removeEventListener('keydown', listen);
  }, [options, onAnswer, pending]);
  return (
    <div className={styles['question']}>
      <div lang="en" className={styles['wording']}>
        {lead !== null && <p className={styles['lead']}>{lead}</p>}
        <h1 ref={heading} tabIndex={-1} className={styles['text']}>
          {text}
        </h1>
        {ends !== undefined && (
          <p className={styles['large']}>
            0 is {ends.low}, {options.at(-1)?.label} is {ends.high}.{' '}
            {ends.better === 'high' ? 'A higher number is better.' : 'A lower number is better.'}
          </p>
        )}
      </div>
      <div
        className={classNames(styles['answers'], ends !== undefined && styles['numbers'])}
        role="group"
        aria-label={t('checkIn.answerGroup')}
      >
        {options.map((option) => (
          <button
            key={option.value}
            lang="en"
            type="button"
            className={classNames(styles['answer'], option.value === answer && styles['given'])}
            aria-pressed={option.value === answer}
            disabled={pending}
            onClick={() => onAnswer(option.value)}
          >
            {option.label}
          </button>
        ))}
        <button
          type="button"
          className={classNames(styles['answer'], styles['decline'], answer === null && styles['given'])}
          aria-pressed={answer === null}
          disabled={pending}
          onClick={() => onAnswer(null)}
        >
          {t('checkIn.decline')}
        </button>
      </div>
    </div>
  );
}
