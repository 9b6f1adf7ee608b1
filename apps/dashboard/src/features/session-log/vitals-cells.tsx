import { readingRanges, type ReadingKind } from '@courseline/treatment';
import { change, useLogEditing } from './log-context';
import { QuickField } from './quick-field';
import { ClockField } from './time-field';
import { parsePressure, parseReading } from './typed-values';
import { readingChanges, rowLabel } from './vitals-rows';

export type NumberField = Exclude<ReadingKind, 'blood-pressure'>;

interface CellProps {
  readonly row: string;
  readonly labelHidden?: boolean;
  readonly inFlow?: boolean;
}

/** Blood pressure typed as it is said, in one cell: "128/82". */
export function PressureCell({ row, labelHidden = false, inFlow = true }: CellProps) {
  const { values, edit, now } = useLogEditing();
  const cells = values.vitals[row];
  const shown =
    cells?.systolic === undefined || cells.diastolic === undefined
      ? ''
      : `${cells.systolic}/${cells.diastolic}`;
  return (
    <QuickField
      label={labelHidden ? `${rowLabel(row)}: blood pressure` : 'BP'}
      labelHidden={labelHidden}
      field={`vitals/${row}/systolic`}
      inFlow={inFlow}
      width="5.5rem"
      placeholder="128/82"
      shown={shown}
      parse={parsePressure}
      onCommit={(pressure) =>
        edit(
          readingChanges(
            row,
            cells,
            { systolic: pressure?.systolic ?? null, diastolic: pressure?.diastolic ?? null },
            now(),
          ),
        )
      }
    />
  );
}

const shortLabels: Readonly<Record<NumberField, string>> = {
  pulse: 'Pulse',
  spo2: 'SpO₂',
  'respiratory-rate': 'Resp. rate',
  sedation: 'MOAA/S',
  dissociation: 'Dissociation',
};

export function ReadingCell({
  row,
  kind,
  labelHidden = false,
  inFlow = true,
}: CellProps & { readonly kind: NumberField }) {
  const { values, edit, now } = useLogEditing();
  const cells = values.vitals[row];
  return (
    <QuickField
      label={labelHidden ? `${rowLabel(row)}: ${readingRanges[kind].label}` : shortLabels[kind]}
      labelHidden={labelHidden}
      field={`vitals/${row}/${kind}`}
      inFlow={inFlow}
      width="3.75rem"
      shown={String(cells?.[kind] ?? '')}
      parse={parseReading(kind)}
      onCommit={(value) => edit(readingChanges(row, cells, { [kind]: value }, now()))}
    />
  );
}

export function TimeCell({ row, labelHidden = false }: Omit<CellProps, 'inFlow'>) {
  const { values } = useLogEditing();
  return (
    <ClockField
      label={labelHidden ? `${rowLabel(row)}: time` : 'Time'}
      labelHidden={labelHidden}
      path={`vitals/${row}/at`}
      at={values.vitals[row]?.at}
    />
  );
}

/** Takes a row of readings out again. */
export function useClearRow(): (row: string) => void {
  const { fields, edit } = useLogEditing();
  return (row) => {
    const paths = Object.keys(fields).filter((path) => path.startsWith(`vitals/${row}/`));
    if (paths.length > 0) edit(paths.map((path) => change(path, null)));
  };
}
