import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { isProblem } from '../api/problem-error';
import { meQuery } from '../api/sign-in';
import { homeOf } from '../features/sign-in/homes';
import { OuterPage } from '../ui/outer-page';
import { LinesSkeleton } from '../ui/skeletons';
import { ErrorState } from '../ui/states';

/** `/`: on to the one clinic, or to the choice of clinics. */
export function HomePage() {
  const me = useQuery(meQuery());
  if (me.data !== undefined) {
    const [first, ...others] = me.data.clinics;
    const to = first === undefined || others.length > 0 ? '/clinics' : homeOf(first.slug, first.roles);
    return <Navigate to={to} replace />;
  }
  return (
    <OuterPage title="Courseline">
      {me.isError && !isProblem(me.error, 'not-signed-in') ? (
        <ErrorState error={me.error} onRetry={() => void me.refetch()} />
      ) : (
        <LinesSkeleton lines={3} />
      )}
    </OuterPage>
  );
}
