import { Page } from '../ui/page';
import { LinesSkeleton, Skeleton } from '../ui/skeletons';
import styles from './shell.module.css';

/** While the first page is on its way. */
export function RouteFallback() {
  return (
    <>
      <div className={styles['bar']} aria-hidden />
      <Page>
        <Skeleton width="14rem" height="2rem" />
        <LinesSkeleton lines={6} />
      </Page>
    </>
  );
}
