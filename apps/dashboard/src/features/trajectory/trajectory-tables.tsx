import type {
  Trajectory,
  TrajectoryInstrument,
  TrajectoryPoint,
  TrajectorySession,
} from '@courseline/contracts';
import { sessionTable } from '../../charts/session-table';
import { DataTable, type Column } from '../../ui/data-table';
import { CsvButton } from '../../ui/csv-button';
import { useFormat, type Format } from '../../ui/format-context';
import { InstrumentMark } from '../../ui/instrument-mark';
import { drawnInstruments } from './board-model';
import { findingSummary, findingTitle } from './finding-words';
import { bandLabel, contextWords, item9Words, originWords, statusWords } from './point-words';
import { lanesTitle } from './lanes-title';
import { scoreTable } from './score-table';
import { doseWords, effectsWords, pressureWords, sessionName } from './session-words';
import styles from './trajectory-tables.module.css';

interface TrajectoryTablesProps {
  readonly trajectory: Trajectory;
}

/** The numbers behind every chart, in tables. */
export function TrajectoryTables({ trajectory }: TrajectoryTablesProps) {
  const format = useFormat();
  const fileName = `trajectory-${trajectory.patient.mrn.replaceAll(/[^A-Za-z0-9-]/g, '_')}`;
  return (
    <>
      {drawnInstruments(trajectory).map((instrument) => (
        <section key={instrument.id} className={styles['section']}>
          <header className={styles['header']}>
            <div>
              <h2>
                <InstrumentMark instrument={instrument.id} /> {findingTitle(instrument, format)}
              </h2>
              <p className={styles['summary']}>{findingSummary(instrument, format)}</p>
            </div>
            <CsvButton
              name={`${fileName}-${instrument.id}`}
              of={instrument.name}
              table={() => scoreTable(instrument)}
            />
          </header>
          <DataTable
            caption={`${instrument.name}, form by form`}
            rows={[...instrument.points].reverse()}
            rowKey={({ id }) => id}
            columns={scoreColumns(instrument, format)}
          />
        </section>
      ))}
      {trajectory.sessions.length > 0 && (
        <section className={styles['section']}>
          <header className={styles['header']}>
            <h2>{lanesTitle(trajectory.sessions, trajectory.sideEffects)}</h2>
            <CsvButton
              name={`${fileName}-sessions`}
              of="doses and side effects"
              table={() => sessionTable(trajectory.sessions)}
            />
          </header>
          <DataTable
            caption="Sessions, doses and side effects"
            rows={[...trajectory.sessions].reverse()}
            rowKey={({ id }) => id}
            columns={sessionColumns(format)}
          />
        </section>
      )}
    </>
  );
}

function scoreColumns(
  instrument: TrajectoryInstrument,
  format: Format,
): readonly [Column<TrajectoryPoint>, ...Column<TrajectoryPoint>[]] {
  return [
    {
      id: 'date',
      header: 'Date',
      cell: ({ date }) => <span className={styles['whole']}>{format.day(date)}</span>,
    },
    {
      id: 'day',
      header: 'Day',
      cell: ({ day }) => (day === null ? '' : format.number(day)),
      numeric: true,
      card: 'hidden',
      fit: true,
    },
    {
      id: 'total',
      header: 'Score',
      cell: (point) => point.total ?? 'none',
      numeric: true,
      card: 'end',
      fit: true,
    },
    {
      id: 'change',
      header: 'From baseline',
      cell: ({ change }) => (change === null ? '' : format.signed(change)),
      numeric: true,
      fit: true,
    },
    {
      id: 'percent',
      header: '% of baseline',
      cell: ({ percentOfBaseline }) =>
        percentOfBaseline === null ? '' : format.percent(percentOfBaseline / 100),
      numeric: true,
      card: 'hidden',
      fit: true,
    },
    { id: 'band', header: 'Band', cell: (point) => bandLabel(instrument, point) ?? '' },
    {
      id: 'status',
      header: 'Form',
      cell: (point) => (
        <>
          {statusWords(instrument, point)}
          {item9Words(point) !== null && <span className={styles['risk']}>, {item9Words(point)}</span>}
        </>
      ),
    },
    {
      id: 'context',
      header: 'When',
      cell: (point) => contextWords(point) ?? '',
      card: 'hidden',
    },
    { id: 'who', header: 'Who', cell: (point) => originWords(point), card: 'hidden' },
  ];
}

function sessionColumns(
  format: Format,
): readonly [Column<TrajectorySession>, ...Column<TrajectorySession>[]] {
  return [
    {
      id: 'date',
      header: 'Date',
      cell: ({ date }) => <span className={styles['whole']}>{format.day(date)}</span>,
    },
    { id: 'session', header: 'Session', cell: (session) => sessionName(session), card: 'end' },
    { id: 'dose', header: 'Dose', cell: (session) => doseWords(session, format) ?? '' },
    {
      id: 'pressure',
      header: 'Blood pressure',
      cell: (session) => pressureWords(session) ?? '',
      card: 'hidden',
    },
    {
      id: 'effects',
      header: 'Side effects',
      cell: (session) => (session.number === null ? '' : effectsWords(session)),
    },
    { id: 'signed', header: 'Signed', cell: ({ signedBy }) => signedBy ?? '', card: 'hidden' },
  ];
}
