import { RowsSkeleton, Skeleton } from '../../ui/skeletons';
import styles from './sheet.module.css';

/** The page of a session before it is there: its heading and two columns of lines. */
export function SheetSkeleton() {
  return (
    <>
      <Skeleton width="14rem" height="2rem" />
      <div className={styles['waiting']}>
        <Skeleton width="26rem" height="1.25rem" />
      </div>
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <RowsSkeleton rows={8} rowHeight="4.75rem" />
        </div>
        <div className={styles['column']}>
          <RowsSkeleton rows={10} rowHeight="3.75rem" />
        </div>
      </div>
    </>
  );
}
