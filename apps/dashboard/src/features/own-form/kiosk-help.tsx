import { Button } from '@mantine/core';
import type { Kiosk } from '@courseline/contracts';
import { useEffect, useRef } from 'react';
import { CrisisLines } from '../../ui/crisis-lines';
import styles from './own-form.module.css';

interface KioskHelpProps {
  readonly kiosk: Kiosk;
  readonly onContinue: () => void;
}

/** In the clinic help is a few steps away: the person first, the numbers below. */
export function KioskHelp({ kiosk, onContinue }: KioskHelpProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles['crisis']} role="alert">
      <h1 ref={heading} tabIndex={-1}>
        Please tell your nurse now
      </h1>
      <p className={styles['large']}>
        You answered that you have had thoughts of being better off dead or of hurting yourself. The people
        here want to know, and have been told. You do not have to be alone with this.
      </p>
      <Button variant="default" size="md" onClick={onContinue}>
        Go on with the questions
      </Button>
      <CrisisLines
        lines={kiosk.crisisLines}
        clinicName={kiosk.clinicName}
        clinicPhone={kiosk.clinicPhone}
        openingHours={kiosk.openingHours}
      />
    </div>
  );
}
