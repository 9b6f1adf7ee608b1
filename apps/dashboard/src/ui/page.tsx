import { useId, useRef, type ReactNode } from 'react';
import { useArrivalFocus } from './arrival-focus';
import { useDocumentTitle } from './document-title';
import styles from './page.module.css';

interface PageProps {
  readonly children: ReactNode;
  /** A page that is read or filled in from top to bottom, rather than scanned across. */
  readonly narrow?: boolean;
}

export function Page({ children, narrow = false }: PageProps) {
  return <div className={narrow ? `${styles['page']} ${styles['narrow']}` : styles['page']}>{children}</div>;
}

interface PageHeaderProps {
  readonly title: string;
  /** What the browser tab says, when it should say more than the heading. */
  readonly documentTitle?: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
}

export function PageHeader({ title, documentTitle, lead, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useDocumentTitle(documentTitle ?? title);
  useArrivalFocus(heading);
  return (
    <header className={styles['header']}>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead !== undefined && <div className={styles['lead']}>{lead}</div>}
      </div>
      {actions !== undefined && (
        <div className={styles['actions']} data-screen-only>
          {actions}
        </div>
      )}
    </header>
  );
}

interface SectionProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, lead, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['sectionHeader']}>
        <div>
          <h2 id={id}>{title}</h2>
          {lead !== undefined && <div className={styles['sectionLead']}>{lead}</div>}
        </div>
        {actions !== undefined && (
          <div className={styles['actions']} data-screen-only>
            {actions}
          </div>
        )}
      </div>
      {children}
    </section>
  );
}
