import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Outbox } from '../../api/outbox';
import { useMessages } from '../../messages/patient-messages';
import { useFormat } from '../../ui/format-context';
import styles from './own-form.module.css';

interface SideEffectsStepProps {
  readonly session: NonNullable<Outbox['session']>;
  /** The fields for one thing that was noticed; calls back when it is kept or given up. */
  readonly fields: (onClose: () => void) => ReactNode;
  readonly onAnswered: (answer: 'none' | 'some') => void;
}

/** Whether anything was noticed after the last session: one tap where nothing was. */
export function SideEffectsStep({ session, fields, onAnswered }: SideEffectsStepProps) {
  const { t } = useMessages();
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  const [stage, setStage] = useState<'asked' | 'telling' | 'told'>('asked');
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles['form']}>
      <div className={styles['question']}>
        <h1 ref={heading} tabIndex={-1} className={styles['text']}>
          {t('sideEffects.title')}
        </h1>
        <p className={styles['large']}>{t('sideEffects.lead', { day: format.nearDay(session.onDate) })}</p>
        {stage === 'asked' && (
          <div className={styles['answers']}>
            <button type="button" className={styles['answer']} onClick={() => onAnswered('none')}>
              {t('sideEffects.none')}
            </button>
            <button type="button" className={styles['answer']} onClick={() => setStage('telling')}>
              {t('sideEffects.some')}
            </button>
          </div>
        )}
        {stage === 'telling' && fields(() => setStage('told'))}
        {stage === 'told' && (
          <div className={styles['answers']}>
            <Button variant="default" size="md" onClick={() => setStage('telling')}>
              {t('sideEffects.another')}
            </Button>
            <Button size="md" onClick={() => onAnswered('some')}>
              {t('sideEffects.goOn')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
