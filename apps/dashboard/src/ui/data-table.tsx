import type { KeyboardEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import { classNames } from './class-names';
import styles from './data-table.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** The cells speak for themselves: the header is for screen readers. */
  readonly headerHidden?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the right, under each other. */
  readonly numeric?: boolean;
  /** Where it stands on a phone's two-line card: on the first line at its right end, on the second, or not at all. */
  readonly card?: 'end' | 'second' | 'hidden';
  /** Keeps the column as narrow as its content. */
  readonly fit?: boolean;
}

interface DataTableProps<Row> {
  /** What the table is, for those who do not see it. */
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The first column names the row: it is the row's header and carries its link. */
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  /** Makes the whole row a link. */
  readonly rowLink?: (row: Row) => string;
  /** Marks a row that needs someone: bold, never coloured. */
  readonly emphasised?: (row: Row) => boolean;
}

/** A table one can read by eye, by arrow keys and by screen reader; a list of two-line cards on a phone. */
export function DataTable<Row>({ caption, rows, rowKey, columns, rowLink, emphasised }: DataTableProps<Row>) {
  const [first, ...others] = columns;
  return (
    <table className={styles['table']}>
      <caption className="visually-hidden">{caption}</caption>
      <thead className={styles['head']}>
        <tr>
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              className={classNames(
                column.numeric === true && styles['numeric'],
                column.fit === true && styles['fit'],
              )}
            >
              {column.headerHidden === true ? (
                <span className="visually-hidden">{column.header}</span>
              ) : (
                column.header
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className={classNames(
              styles['row'],
              rowLink !== undefined && styles['linked'],
              emphasised?.(row) === true && styles['emphasised'],
            )}
          >
            <th scope="row" className={styles['name']}>
              {rowLink === undefined ? (
                first.cell(row)
              ) : (
                <Link to={rowLink(row)} className={styles['link']} data-row-link onKeyDown={moveBetweenRows}>
                  {first.cell(row)}
                </Link>
              )}
            </th>
            {others.map((column) => (
              <td
                key={column.id}
                className={classNames(
                  column.numeric === true && styles['numeric'],
                  styles[`card-${column.card ?? 'second'}`],
                )}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const table = event.currentTarget.closest('table');
  if (table === null) return;
  const links = [...table.querySelectorAll<HTMLElement>('[data-row-link]')];
  const at = links.indexOf(event.currentTarget);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  const link = next === undefined ? undefined : links[next];
  if (link === undefined) return;
  event.preventDefault();
  link.focus();
}
