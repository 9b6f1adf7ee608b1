import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Outlet, useParams } from 'react-router';
import { clinicSettingsQuery } from '../api/clinics';
import { CurrentClinicProvider, type CurrentClinic } from '../api/current-clinic';
import { ProblemError } from '../api/problem-error';
import { meQuery } from '../api/sign-in';
import { FormatProvider } from '../ui/format-context';
import { Page } from '../ui/page';
import { LinesSkeleton, Skeleton } from '../ui/skeletons';
import { ErrorState } from '../ui/states';
import { NotFound } from './not-found';
import { Shell } from './shell';
import shellStyles from './shell.module.css';

/** Everything below `/c/:clinic`: who the person is there, and how the clinic writes dates. */
export function ClinicLayout() {
  const slug = useParams()['clinic'] ?? '';
  const me = useQuery(meQuery());
  const settings = useQuery({ ...clinicSettingsQuery(slug) });
  const membership = me.data?.clinics.find((clinic) => clinic.slug === slug);
  const clinic = useMemo<CurrentClinic | null>(
    () =>
      me.data === undefined || settings.data === undefined || membership === undefined
        ? null
        : {
            slug,
            name: settings.data.name,
            roles: membership.roles,
            accountId: me.data.accountId,
            personName: me.data.name,
            patientId: membership.patientId,
            byCheckIn: me.data.byCheckIn,
            settings: settings.data,
          },
    [slug, me.data, settings.data, membership],
  );

  if (clinic !== null) {
    return (
      <FormatProvider locale={clinic.settings.locale} timeZone={clinic.settings.timeZone}>
        <CurrentClinicProvider clinic={clinic}>
          <Shell>
            <Outlet />
          </Shell>
        </CurrentClinicProvider>
      </FormatProvider>
    );
  }
  if (me.data !== undefined && membership === undefined) return <NotFound />;
  const failed = [me, settings].find((query) => query.isError && !isSignedOut(query.error));
  if (failed !== undefined) {
    return (
      <Page>
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      </Page>
    );
  }
  return (
    <>
      <div className={shellStyles['bar']} aria-hidden />
      <Page>
        <Skeleton width="14rem" height="2rem" />
        <LinesSkeleton lines={6} />
      </Page>
    </>
  );
}

/** Then the person is on the way to the sign-in page: no error to show. */
function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'not-signed-in';
}
