import { useEffect, useRef } from 'react';
import { answered, conceded, type OutboxForm } from '../../api/outbox';
import type { OwnOutbox } from '../../api/own-outbox';
import { useMessages } from '../../messages/patient-messages';
import { questionOf } from './question-of';
import styles from './own-form.module.css';

interface ConflictPageProps {
  readonly form: OutboxForm;
  readonly own: OwnOutbox;
}

/** A question that was answered here and elsewhere: the person says which answer is right, and neither is lost. */
export function ConflictPage({ form, own }: ConflictPageProps) {
  const { t } = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  const [conflict] = form.conflicts;
  const { instrument } = form.form;
  useEffect(() => heading.current?.focus(), [conflict?.item]);
  if (conflict === undefined) return null;
  const { item, here, there } = conflict;
  const question = questionOf(
    instrument,
    item === 'difficulty' ? { kind: 'difficulty' } : { kind: 'item', number: item },
  );
  const words = (answer: number | null) =>
    question.options.find(({ value }) => value === answer)?.label ?? t('checkIn.conflictDeclined');
  const keep = (answer: number | null) =>
    void own.change((outbox, moment) =>
      answer === there
        ? conceded(outbox, instrument, item)
        : answered(outbox, instrument, { item, answer }, moment),
    );
  return (
    <div className={styles['form']} role="alert">
      <h1 ref={heading} tabIndex={-1} className={styles['text']}>
        {t('checkIn.conflictTitle')}
      </h1>
      <p className={styles['large']}>{t('checkIn.conflictLead')}</p>
      <p className={styles['large']} lang="en">
        {question.text}
      </p>
      <div className={styles['answers']}>
        <button type="button" className={styles['answer']} onClick={() => keep(here)}>
          {t('checkIn.conflictHere', { answer: words(here) })}
        </button>
        <button type="button" className={styles['answer']} onClick={() => keep(there)}>
          {t('checkIn.conflictThere', { answer: words(there) })}
        </button>
      </div>
    </div>
  );
}
