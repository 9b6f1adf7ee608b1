import { useQuery } from '@tanstack/react-query';
import { isProblem } from '../api/problem-error';
import { meQuery } from '../api/sign-in';
import { ClinicList } from '../features/sign-in/clinic-list';
import { SignOutButton } from '../features/sign-in/sign-out-button';
import { OuterPage } from '../ui/outer-page';
import { LinesSkeleton } from '../ui/skeletons';
import { EmptyState, ErrorState } from '../ui/states';

export function ClinicsPage() {
  const me = useQuery(meQuery());
  if (me.data === undefined) {
    return (
      <OuterPage title="Choose a clinic">
        {me.isError && !isProblem(me.error, 'not-signed-in') ? (
          <ErrorState error={me.error} onRetry={() => void me.refetch()} />
        ) : (
          <LinesSkeleton lines={4} />
        )}
      </OuterPage>
    );
  }
  return (
    <OuterPage title="Choose a clinic" lead={`You are signed in as ${me.data.name}, ${me.data.email}.`}>
      {me.data.clinics.length === 0 ? (
        <EmptyState title="You belong to no clinic at the moment">
          The clinics you work in, or are treated in, stand here. Ask an administrator of the clinic for an
          invitation; the link you then get brings you in.
        </EmptyState>
      ) : (
        <ClinicList clinics={me.data.clinics} />
      )}
      <div>
        <SignOutButton />
      </div>
    </OuterPage>
  );
}
