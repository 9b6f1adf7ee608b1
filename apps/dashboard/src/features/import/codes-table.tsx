import type { ReactNode } from 'react';
import styles from './import.module.css';

interface CodesTableProps {
  readonly caption: string;
  readonly codes: readonly string[];
  readonly meaning: (code: string) => ReactNode;
  readonly empty: string;
}

/** What each code of a column means. */
export function CodesTable({ caption, codes, meaning, empty }: CodesTableProps) {
  if (codes.length === 0) return <p className={styles['soft']}>{empty}</p>;
  return (
    <table className={styles['codes']}>
      <caption className={styles['caption']}>{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">In the file</th>
          <th scope="col">Means</th>
        </tr>
      </thead>
      <tbody>
        {codes.map((code) => (
          <tr key={code}>
            <th scope="row" className={styles['code']}>
              {code}
            </th>
            <td>{meaning(code)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
