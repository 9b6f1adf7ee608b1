import { Skeleton } from '../../ui/skeletons';
import styles from './trajectory-skeleton.module.css';

/** The page of a patient before its numbers are there: everything already has its place. */
export function TrajectorySkeleton({ withoutHeader = false }: { readonly withoutHeader?: boolean }) {
  return (
    <div className={styles['skeleton']} role="status" aria-label="Loading">
      {!withoutHeader && (
        <>
          <Skeleton width="14rem" height="2.1rem" />
          <Skeleton width="24rem" height="1.25rem" />
        </>
      )}
      <Skeleton width="40rem" height="1.5rem" />
      <Skeleton width="26rem" height="2.25rem" />
      <Skeleton height="11.5rem" />
      <Skeleton height="9.5rem" />
      <Skeleton height="9.5rem" />
      <Skeleton height="8rem" />
    </div>
  );
}
