import type { ReactNode } from 'react';
import styles from './import.module.css';

/** Fields beside each other where there is room, their boxes on one line though only some have a hint. */
export function Beside({ children }: { readonly children: ReactNode }) {
  return <div className={styles['beside']}>{children}</div>;
}
