import { useId, useRef, useState } from 'react';
import { ChartFocus } from '../../charts/chart-focus';
import { SessionChart } from '../../charts/session-chart';
import type { SessionTrace } from '../../charts/session-trace';
import { useFigureSize } from '../../charts/use-figure-size';
import { minuteWords, readingsWords } from '../../messages/monitor-words';
import { CsvButton } from '../../ui/csv-button';
import { traceTable } from './trace-table';
import styles from './session-figure.module.css';

export interface EarlierTrace {
  readonly label: string;
  readonly trace: SessionTrace;
}

interface SessionFigureProps {
  readonly trace: SessionTrace;
  readonly earlier: readonly EarlierTrace[];
}

/** A session in minutes as a picture, by keyboard, as a table and as a file. */
export function SessionFigure({ trace, earlier }: SessionFigureProps) {
  const figure = useRef<HTMLDivElement>(null);
  const id = useId();
  const { width } = useFigureSize(figure);
  const [stop, setStop] = useState<number | null>(null);
  const [asTable, setAsTable] = useState(false);
  const [compares, setCompares] = useState(true);
  const compared = compares ? earlier : [];
  const reading = stop === null ? undefined : trace.readings[stop];
  if (trace.readings.length === 0 && trace.spells.length === 0)
    return <p>Readings with a time are drawn here, with the side effects under them.</p>;
  return (
    <div className={styles['figure']}>
      <p className={styles['ways']} data-screen-only>
        <button
          type="button"
          className={styles['way']}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          Table
        </button>
        {earlier.length > 0 && (
          <button
            type="button"
            className={styles['way']}
            aria-pressed={compares}
            onClick={() => setCompares(!compares)}
          >
            {earlier.length === 1 ? 'The session before' : `The ${earlier.length} sessions before`}
          </button>
        )}
        <CsvButton
          name="session-minutes"
          of="the session in minutes"
          table={() => traceTable(trace, earlier)}
        />
      </p>
      <div ref={figure} className={styles['drawing']}>
        {width > 0 && !asTable && (
          <>
            <SessionChart
              trace={trace}
              earlier={compared.map((each) => each.trace)}
              width={width}
              minute={reading?.minute ?? null}
            />
            <ChartFocus
              label={labelOf(trace, compared.length)}
              describedBy={id}
              stops={trace.readings.length}
              onStop={setStop}
              onChoose={() => setAsTable(true)}
            />
          </>
        )}
      </div>
      <p id={id} role="status" className={styles['card']}>
        {reading === undefined ? '' : `${minuteWords(reading.minute)}: ${readingsWords(reading.values)}`}
      </p>
      {asTable && <TraceTable trace={trace} earlier={earlier} />}
    </div>
  );
}

function TraceTable({ trace, earlier }: SessionFigureProps) {
  const { header, rows } = traceTable(trace, earlier);
  return (
    // Wider than a phone: by keyboard one must be able to scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles['scroll']} role="region" aria-label="The session in minutes" tabIndex={0}>
      <table className={styles['table']}>
        <caption className="visually-hidden">The session in minutes</caption>
        <thead>
          <tr>
            {header.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((value, column) => (
                <td key={header[column]}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function counted(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}

function labelOf({ readings, spells }: SessionTrace, compared: number): string {
  const own = `The session in minutes: ${counted(readings.length, 'reading')}, ${counted(spells.length, 'side effect')}`;
  return compared === 0 ? own : `${own}, with ${counted(compared, 'earlier session')} faint behind`;
}
