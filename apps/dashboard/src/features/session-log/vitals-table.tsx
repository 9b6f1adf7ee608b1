import { hasReadings } from '@courseline/contracts';
import { useEffect, useRef, useState } from 'react';
import { useFormat } from '../../ui/format-context';
import { focusField } from '../../ui/keyboard/field-focus';
import { useLogEditing } from './log-context';
import { PressureCell, ReadingCell, TimeCell, useClearRow, type NumberField } from './vitals-cells';
import { nextRow, rowLabel, rowsAfterDose } from './vitals-rows';
import styles from './vitals-table.module.css';

const usual: readonly NumberField[] = ['pulse', 'spo2'];
const further: readonly NumberField[] = ['respiratory-rate', 'sedation', 'dissociation'];

const headers: Readonly<Record<NumberField, string>> = {
  pulse: 'Pulse',
  spo2: 'SpO₂',
  'respiratory-rate': 'Resp.',
  sedation: 'MOAA/S 0–5',
  dissociation: 'Dissoc. 0–10',
};

/** Readings as a table, a row a moment. The one before the dose is entered above the dose and shown here. */
export function VitalsTable() {
  const { values, disabled } = useLogEditing();
  const [added, setAdded] = useState<readonly string[]>([]);
  const [showsFurther, setShowsFurther] = useState(() =>
    Object.values(values.vitals).some((row) => further.some((kind) => row[kind] !== undefined)),
  );
  const [goal, setGoal] = useState<string | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const rows = rowsAfterDose(values.vitals, added);
  const columns = showsFurther ? [...usual, ...further] : usual;
  const clear = useClearRow();
  const next = nextRow(rows);

  useEffect(() => {
    if (goal !== null && table.current !== null) focusField(table.current, `vitals/${goal}/systolic`);
  }, [goal]);

  const add = () => {
    if (next === null) return;
    setAdded([...added, next]);
    setGoal(next);
  };
  const remove = (row: string) => {
    clear(row);
    setAdded(added.filter((each) => each !== row));
  };

  return (
    <>
      <div className={styles['scroll']}>
        <table ref={table} className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Moment</span>
              </th>
              <th scope="col">Time</th>
              <th scope="col">BP</th>
              {columns.map((kind) => (
                <th key={kind} scope="col">
                  {headers[kind]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <BeforeRow columns={columns} />
            {rows.map((row) => (
              <tr key={row}>
                <th scope="row">
                  {rowLabel(row)}
                  {row.startsWith('other-') && (
                    <button
                      type="button"
                      className={styles['remove']}
                      disabled={disabled}
                      onClick={() => remove(row)}
                      aria-label={`Remove ${rowLabel(row)}`}
                    >
                      Remove
                    </button>
                  )}
                </th>
                <td>
                  <TimeCell row={row} labelHidden />
                </td>
                <td>
                  <PressureCell row={row} labelHidden />
                </td>
                {columns.map((kind) => (
                  <td key={kind}>
                    <ReadingCell row={row} kind={kind} labelHidden />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles['more']}>
        <button type="button" className={styles['remove']} disabled={disabled || next === null} onClick={add}>
          Add a time
        </button>
        {!showsFurther && (
          <button type="button" className={styles['remove']} onClick={() => setShowsFurther(true)}>
            Add respiration, sedation, dissociation
          </button>
        )}
      </p>
    </>
  );
}

function BeforeRow({ columns }: { readonly columns: readonly NumberField[] }) {
  const { values } = useLogEditing();
  const format = useFormat();
  const row = values.vitals['before'];
  return (
    <tr className={styles['before']}>
      <th scope="row">Before</th>
      <td>
        {row?.at !== undefined
          ? format.time(row.at)
          : !hasReadings(row) && <span className={styles['soft']}>above</span>}
      </td>
      <td>
        {row?.systolic === undefined || row.diastolic === undefined ? '' : `${row.systolic}/${row.diastolic}`}
      </td>
      {columns.map((kind) => (
        <td key={kind}>{row?.[kind] ?? ''}</td>
      ))}
    </tr>
  );
}
