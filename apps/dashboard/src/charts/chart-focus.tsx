import { useState, type KeyboardEvent } from 'react';
import styles from './chart-focus.module.css';

interface ChartFocusProps {
  /** What the chart is and what it finds. */
  readonly label: string;
  readonly describedBy?: string | undefined;
  /** How many stops there are to move through. */
  readonly stops: number;
  /** Called with the stop the keyboard stands on, or null when it has left. */
  readonly onStop: (stop: number | null) => void;
  readonly onChoose: (stop: number) => void;
}

const CHART_ROLE = 'application';

function stepOf(key: string, at: number | null, stops: number): number | null {
  const last = stops - 1;
  switch (key) {
    case 'ArrowRight':
      return at === null ? 0 : Math.min(last, at + 1);
    case 'ArrowLeft':
      return at === null ? last : Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/**
 * The keyboard's way through a chart: one tab stop, then the arrow keys from point to point, Enter to keep one open.
 * What is reached is said by the live region of whoever owns the chart.
 */
export function ChartFocus({ label, describedBy, stops, onStop, onChoose }: ChartFocusProps) {
  const [stop, setStop] = useState<number | null>(null);

  const move = (next: number | null): void => {
    setStop(next);
    onStop(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && stop !== null) {
      event.preventDefault();
      move(null);
      return;
    }
    if (event.key === 'Enter' && stop !== null) {
      event.preventDefault();
      onChoose(stop);
      return;
    }
    const next = stepOf(event.key, stop, stops);
    if (next === null || stops === 0) return;
    event.preventDefault();
    move(next);
  };

  return (
    <div
      className={styles['focus']}
      role={CHART_ROLE}
      aria-roledescription="chart"
      aria-label={label}
      aria-describedby={describedBy}
      // A chart is one stop of the tab order, as the authoring practices have it for composite parts.
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => move(null)}
    />
  );
}
