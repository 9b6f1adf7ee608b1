import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useCurrentClinic } from '../../api/current-clinic';
import { CrisisLines } from '../../ui/crisis-lines';
import styles from './own-form.module.css';

interface CrisisPageProps {
  readonly onContinue: () => void;
  readonly plan?: ReactNode;
}

/** Shown at once when an answer speaks of harm. It does not go away by itself, and leaving it closes nothing. */
export function CrisisPage({ onContinue, plan }: CrisisPageProps) {
  const { settings } = useCurrentClinic();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles['crisis']} role="alert">
      <h1 ref={heading} tabIndex={-1}>
        You do not have to be alone with this
      </h1>
      <p className={styles['large']}>
        You answered that you have had thoughts of being better off dead or of hurting yourself. If you might
        act on them, call or text now. Someone is there at any hour.
      </p>
      <CrisisLines
        lines={settings.crisisLines}
        clinicName={settings.name}
        clinicPhone={settings.phone}
        openingHours={settings.openingHours}
      />
      {plan}
      <p>
        Your clinic will see this answer and get in touch, but not at once: answers are not watched in real
        time.
      </p>
      <Button variant="default" size="md" onClick={onContinue}>
        Go on with the questions
      </Button>
    </div>
  );
}
