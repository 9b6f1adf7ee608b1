import type { Ledger, LedgerLine, SafetyRule } from '@courseline/contracts';
import { CsvButton, type CsvTable } from '../../ui/csv-button';
import { DataTable } from '../../ui/data-table';
import { useFormat } from '../../ui/format-context';
import styles from './worklist.module.css';

interface LedgerTableProps {
  readonly ledger: Ledger;
  readonly rules: readonly SafetyRule[];
  readonly onRule: (rule: SafetyRule) => void;
}

interface Row extends LedgerLine {
  readonly definition: SafetyRule;
}

/** For each rule how often it fired, what came of it and how long it took, so that one that cries wolf is seen. */
export function LedgerTable({ ledger, rules, onRule }: LedgerTableProps) {
  const format = useFormat();
  const rows = ledger.lines.flatMap((line): Row[] => {
    const definition = rules.find(({ id }) => id === line.rule);
    return definition === undefined ? [] : [{ ...line, definition }];
  });
  const minutes = (value: number | null): string => (value === null ? '' : format.duration(value));
  return (
    <>
      <DataTable
        caption="Alerts by rule"
        rows={rows}
        rowKey={({ rule }) => rule}
        columns={[
          {
            id: 'rule',
            header: 'Rule',
            cell: ({ definition }) => (
              <button type="button" className={styles['rule']} onClick={() => onRule(definition)}>
                {definition.title}
                {!definition.enabled && <span className={styles['soft']}>, off</span>}
                {definition.version > 0 && definition.enabled && (
                  <span className={styles['soft']}>, the clinic&apos;s own numbers</span>
                )}
              </button>
            ),
          },
          { id: 'fired', header: 'Fired', numeric: true, card: 'end', cell: ({ fired }) => fired },
          {
            id: 'action',
            header: 'Led to action',
            numeric: true,
            cell: (row) => counted(row.fired, row.ledToAction, format.percent),
          },
          {
            id: 'none',
            header: 'No action needed',
            numeric: true,
            card: 'hidden',
            cell: (row) => counted(row.fired, row.withoutAction, format.percent),
          },
          {
            id: 'taken',
            header: 'Taken on',
            numeric: true,
            card: 'hidden',
            cell: ({ acknowledged, fired }) => (fired === 0 ? '' : acknowledged),
          },
          {
            id: 'open',
            header: 'Still open',
            numeric: true,
            card: 'hidden',
            cell: ({ open, fired }) => (fired === 0 ? '' : open),
          },
          {
            id: 'escalated',
            header: 'Not in time',
            numeric: true,
            card: 'hidden',
            cell: ({ escalated, fired }) => (fired === 0 ? '' : escalated),
          },
          {
            id: 'median',
            header: 'Half taken on within',
            numeric: true,
            cell: ({ medianMinutes }) => minutes(medianMinutes),
          },
          {
            id: 'ninetieth',
            header: '90 % within',
            numeric: true,
            card: 'hidden',
            cell: ({ ninetiethMinutes }) => minutes(ninetiethMinutes),
          },
        ]}
      />
      <p className={styles['soft']}>
        Times are of the alerts that somebody took on; those still open are counted beside them.{' '}
        <CsvButton
          name={`safety-ledger-${ledger.from}-to-${ledger.to}`}
          of="alerts by rule"
          table={() => ledgerCsv(rows)}
        />
      </p>
    </>
  );
}

function counted(fired: number, count: number, percent: (share: number) => string): string {
  if (fired === 0) return '';
  return count === 0 ? '0' : `${count} (${percent(count / fired)})`;
}

function ledgerCsv(rows: readonly Row[]): CsvTable {
  return {
    header: [
      'rule',
      'title',
      'level',
      'enabled',
      'fired',
      'led to action',
      'no action needed',
      'taken on',
      'still open',
      'not taken on in time',
      'median minutes until taken on',
      '90th percentile minutes until taken on',
      'trigger',
      'source',
    ],
    rows: rows.map((row) => [
      row.rule,
      row.definition.title,
      row.definition.level,
      row.definition.enabled ? 'yes' : 'no',
      row.fired,
      row.ledToAction,
      row.withoutAction,
      row.acknowledged,
      row.open,
      row.escalated,
      row.medianMinutes,
      row.ninetiethMinutes,
      row.definition.trigger,
      row.definition.source,
    ]),
  };
}
