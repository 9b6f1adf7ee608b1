import { useId, type ReactNode } from 'react';
import styles from './sheet.module.css';

interface SheetSectionProps {
  readonly title: string;
  /** Who entered it. */
  readonly by?: string | null;
  readonly children: ReactNode;
}

export function SheetSection({ title, by = null, children }: SheetSectionProps) {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['heading']}>
        <h2 id={id}>{title}</h2>
        {by !== null && <span className={styles['by']}>{by}</span>}
      </div>
      {children}
    </section>
  );
}
