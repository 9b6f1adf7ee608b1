import type { CSSProperties } from 'react';
import styles from './states.module.css';

interface SkeletonProps {
  readonly width?: string;
  readonly height?: string;
}

/** One grey shape of the true size of what is coming. */
export function Skeleton({ width = '100%', height = '1.25rem' }: SkeletonProps) {
  return <span className={styles['skeleton']} style={{ width, height }} aria-hidden />;
}

export function LinesSkeleton({ lines = 4 }: { readonly lines?: number }) {
  return (
    <div className={styles['lines']} role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} width={line % 3 === 2 ? '60%' : '90%'} />
      ))}
    </div>
  );
}

interface RowsSkeletonProps {
  readonly rows?: number;
  readonly rowHeight?: string;
}

export function RowsSkeleton({ rows = 8, rowHeight = '2.75rem' }: RowsSkeletonProps) {
  return (
    <div role="status" aria-label="Loading" style={{ '--row-height': rowHeight } as CSSProperties}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles['row']}>
          <Skeleton width={row % 2 === 0 ? '12rem' : '9rem'} height="1rem" />
          <Skeleton width="5rem" height="1rem" />
          <Skeleton width="6rem" height="1rem" />
          <Skeleton width="4rem" height="1rem" />
        </div>
      ))}
    </div>
  );
}
