import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useCurrentClinic } from '../../api/current-clinic';
import { crisisWords } from '../../messages/crisis-words';
import { useMessages } from '../../messages/patient-messages';
import { CrisisLines } from '../../ui/crisis-lines';
import styles from './own-form.module.css';

interface CrisisPageProps {
  /** The answer waits on this device: nobody knows of it. */
  readonly isUnseen: boolean;
  readonly onContinue: () => void;
  /** The patient's safety plan, which stands under the help lines. */
  readonly plan?: ReactNode;
}

/** Shown at once when an answer speaks of harm. It does not go away by itself, and leaving it closes nothing. */
export function CrisisPage({ isUnseen, onContinue, plan }: CrisisPageProps) {
  const { t } = useMessages();
  const { settings } = useCurrentClinic();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles['crisis']} role="alert">
      <h1 ref={heading} tabIndex={-1}>
        {t('crisis.title')}
      </h1>
      <p className={styles['large']}>{t('crisis.told')}</p>
      <CrisisLines
        lines={settings.crisisLines}
        clinicName={settings.name}
        clinicPhone={settings.phone}
        openingHours={settings.openingHours}
        words={crisisWords(t)}
      />
      {plan}
      <p className={styles[isUnseen ? 'failed' : 'plain']}>
        {isUnseen ? t('crisis.nobodyKnows') : t('crisis.willSee')}
      </p>
      <Button variant="default" size="md" onClick={onContinue}>
        {t('crisis.goOn')}
      </Button>
    </div>
  );
}
