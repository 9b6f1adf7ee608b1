import type { CheckInOccurrenceOfCourse, CourseCheckIns as CheckIns } from '@courseline/contracts';
import { findInstrument } from '@courseline/instruments';
import { useFormat } from '../../ui/format-context';
import { DataTable, type Column } from '../../ui/data-table';
import { InstrumentName } from '../../ui/instrument-mark';
import { Section } from '../../ui/page';
import { EmptyState } from '../../ui/states';
import { checkInTable, countWords, type CheckInRow, type DoseRow } from './check-in-rows';
import { CheckInState } from './check-in-state';
import { PlanInWords } from './plan-in-words';
import styles from './check-ins.module.css';

/** What the plan of a course asks, and what became of it. */
export function CourseCheckIns({ checkIns }: { readonly checkIns: CheckIns }) {
  const format = useFormat();
  const table = checkInTable(checkIns);
  const moment: Column<CheckInRow> = { id: 'moment', header: 'Moment', cell: ({ label }) => label };
  const when: Column<CheckInRow> = {
    id: 'when',
    header: 'Hangs on',
    card: 'end',
    cell: ({ anchorOn }) => format.dayShort(anchorOn),
  };
  const isOpen = ({ byInstrument }: CheckInRow): boolean =>
    [...byInstrument.values()].some(({ state }) => state === 'late');
  return (
    <>
      <Section title="Before doses and by the calendar" lead={countWords(table.counts)}>
        {table.rows.length === 0 ? (
          <EmptyState title="Nothing is asked by this plan yet">
            What a plan asks hangs on sessions: plan the first one, and its check-ins are here.
          </EmptyState>
        ) : (
          <DataTable
            caption="What was asked before doses and by the calendar, and what became of it"
            rows={table.rows}
            rowKey={({ key }) => key}
            emphasised={isOpen}
            columns={[
              moment,
              when,
              ...table.instruments.map((instrument): Column<CheckInRow> => ({
                id: instrument,
                header: findInstrument(instrument)?.name ?? instrument,
                cell: ({ byInstrument }) => <CheckInCell instrument={instrument} row={{ byInstrument }} />,
              })),
            ]}
          />
        )}
      </Section>
      {table.doses.length > 0 && (
        <Section
          title="Hours after each dose"
          lead="Mood, anxiety and detachment at that moment, 0 to 10. Our own short measure, without a total."
        >
          <DataTable
            caption="What was asked hours after each dose, and what became of it"
            rows={table.doses}
            rowKey={({ key }) => key}
            columns={[
              { id: 'dose', header: 'Dose', cell: ({ anchorOn }) => format.dayShort(anchorOn) },
              ...table.momentsOfDoses.map(({ id, label }): Column<DoseRow> => ({
                id,
                header: label,
                cell: ({ byMoment }) => <DoseCell label={label} asked={byMoment.get(id) ?? []} />,
              })),
            ]}
          />
        </Section>
      )}
      <PlanInWords plan={checkIns.plan} />
    </>
  );
}

interface CheckInCellProps {
  readonly instrument: string;
  readonly row: Pick<CheckInRow, 'byInstrument'>;
}

/** On a phone the columns have no headers: the instrument names itself. */
function CheckInCell({ instrument, row }: CheckInCellProps) {
  const occurrence = row.byInstrument.get(instrument);
  if (occurrence === undefined) return <span className={styles['none']}>not asked</span>;
  return (
    <>
      <span className={styles['onCard']}>
        <InstrumentName instrument={instrument} />{' '}
      </span>
      <CheckInState occurrence={occurrence} />
    </>
  );
}

interface DoseCellProps {
  readonly label: string;
  readonly asked: readonly CheckInOccurrenceOfCourse[];
}

function DoseCell({ label, asked }: DoseCellProps) {
  return (
    <>
      <span className={styles['onCard']}>{label}: </span>
      {asked.map((occurrence) => (
        <CheckInState key={occurrence.key} occurrence={occurrence} />
      ))}
    </>
  );
}
