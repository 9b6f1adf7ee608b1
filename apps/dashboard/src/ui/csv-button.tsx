import { csvOf, downloadCsv, type CsvValue } from './csv';
import styles from './csv-button.module.css';

export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvValue[])[];
}

interface CsvButtonProps {
  /** Without its ending; never a person's name, since file names travel. */
  readonly name: string;
  /** What the table holds, for those who hear only the button. */
  readonly of: string;
  readonly table: () => CsvTable;
}

export function CsvButton({ name, of, table }: CsvButtonProps) {
  const save = (): void => {
    const { header, rows } = table();
    downloadCsv(`${name}.csv`, csvOf(header, rows));
  };
  return (
    <button type="button" className={styles['button']} onClick={save} data-screen-only>
      CSV<span className="visually-hidden"> of {of}</span>
    </button>
  );
}
