import { DateField } from '../../ui/fields/date-field';
import type { Period } from '../../ui/period';
import styles from './worklist.module.css';

interface PeriodFieldsProps {
  readonly label: string;
  readonly period: Period;
  readonly onPeriod: (period: Period) => void;
}

/** From one day to another; a day beyond the other moves it along. */
export function PeriodFields({ label, period: { from, to }, onPeriod }: PeriodFieldsProps) {
  return (
    <div className={styles['period']} data-screen-only>
      <DateField
        label={label}
        value={from}
        onChange={(event) => {
          const day = event.currentTarget.value;
          if (day !== '') onPeriod({ from: day, to: to < day ? day : to });
        }}
      />
      <DateField
        label="to"
        value={to}
        onChange={(event) => {
          const day = event.currentTarget.value;
          if (day !== '') onPeriod({ from: from > day ? day : from, to: day });
        }}
      />
    </div>
  );
}
