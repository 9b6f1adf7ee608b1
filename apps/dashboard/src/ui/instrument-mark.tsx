import { findInstrument } from '@courseline/instruments';
import styles from './notation.module.css';

interface MarkShape {
  readonly colour: string;
  readonly path: string;
}

const circle = 'M6 0a6 6 0 1 0 0 12A6 6 0 1 0 6 0Z';
const square = 'M.7.7h10.6v10.6H.7Z';
const diamond = 'M6-.8 12.8 6 6 12.8-.8 6Z';
const neutral: MarkShape = { colour: 'var(--ink-soft)', path: 'M0 4.5h12v3H0Z' };

/** One colour and one marker an instrument, everywhere; the colours are tokens and change with the scheme. */
const marks: Readonly<Record<string, MarkShape>> = {
  'phq-9': { colour: 'var(--phq-9)', path: circle },
  'gad-7': { colour: 'var(--gad-7)', path: square },
  'pcl-5': { colour: 'var(--pcl-5)', path: diamond },
};

export function instrumentMark(instrument: string): MarkShape {
  return marks[instrument] ?? neutral;
}

export function InstrumentMark({ instrument }: { readonly instrument: string }) {
  const { colour, path } = instrumentMark(instrument);
  return (
    <svg className={styles['mark']} viewBox="0 0 12 12" aria-hidden focusable="false">
      <path d={path} fill={colour} />
    </svg>
  );
}

/** The instrument's marker and its name. */
export function InstrumentName({ instrument }: { readonly instrument: string }) {
  return (
    <span className={styles['instrument']}>
      <InstrumentMark instrument={instrument} />
      {findInstrument(instrument)?.name ?? instrument}
    </span>
  );
}
