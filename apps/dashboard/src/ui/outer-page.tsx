import { useRef, type ReactNode } from 'react';
import { useArrivalFocus } from './arrival-focus';
import { useDocumentTitle } from './document-title';
import styles from './outer-page.module.css';

interface OuterPageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** A form with several parts, rather than a few fields. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A page outside any clinic: signing in, a one-time link, choosing where to go. */
export function OuterPage({ title, lead, wide = false, children }: OuterPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useDocumentTitle(title);
  useArrivalFocus(heading);
  return (
    <div className={styles['ground']}>
      <div className={wide ? `${styles['column']} ${styles['wide']}` : styles['column']}>
        <p className={styles['product']}>
          <img src="/icon.svg" alt="" width={24} height={24} />
          Courseline
        </p>
        <main id="main">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <div className={styles['lead']}>{lead}</div>}
          <div className={styles['body']}>{children}</div>
        </main>
      </div>
    </div>
  );
}
