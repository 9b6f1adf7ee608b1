import { Button } from '@mantine/core';
import { unanswered, type Override, type Stop } from '@courseline/treatment';
import { useState } from 'react';
import { overridesOf, StopReasons } from './stop-reasons';
import { WhenField } from './when-field';
import styles from './monitor.module.css';

interface DoseFormProps {
  readonly stops: readonly Stop[];
  readonly now: Date;
  readonly onStart: (overrides: Override[], at: Date) => void;
  readonly onCancel: () => void;
}

/** Time zero: every minute of the session counts from it. */
export function DoseForm({ stops, now, onStart, onCancel }: DoseFormProps) {
  const [ago, setAgo] = useState(0);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [checked, setChecked] = useState(false);
  const overrides = overridesOf(stops, reasons);
  return (
    <form
      className={styles['form']}
      aria-label="Start the dose"
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (unanswered(stops, overrides).length === 0)
          onStart(overrides, new Date(now.getTime() - ago * 60_000));
      }}
    >
      <WhenField ago={ago} onChange={setAgo} now={now} />
      <StopReasons stops={stops} reasons={reasons} onChange={setReasons} checked={checked} />
      <div className={styles['formEnd']}>
        <Button type="submit" size="lg">
          {stops.length === 0 ? 'Start the dose' : 'Start the dose all the same'}
        </Button>
        <Button variant="default" size="lg" onClick={onCancel}>
          Back
        </Button>
      </div>
    </form>
  );
}
