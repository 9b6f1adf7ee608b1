import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { OuterPage } from '../ui/outer-page';
import { Page, PageHeader } from '../ui/page';
import { ErrorState } from '../ui/states';

const reloadedKey = 'courseline.reloaded-for-missing-part';
const title = 'Something is in the way';

/** A part of the page that the server no longer has: it was updated since this page was loaded. */
function isMissingPart(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|importing a module/i.test(error.message);
}

function Words() {
  const error = useRouteError();
  const missingPart = isMissingPart(error);
  useEffect(() => {
    if (!missingPart || sessionStorage.getItem(reloadedKey) !== null) return;
    sessionStorage.setItem(reloadedKey, 'yes');
    window.location.reload();
  }, [missingPart]);
  return (
    <>
      <ErrorState error={error} onRetry={() => window.location.reload()} />
      <p>
        <a href="/">Go to the first page</a>
      </p>
    </>
  );
}

/** Stands in for a page that could not be drawn. */
export function RouteError() {
  return (
    <OuterPage title={title}>
      <Words />
    </OuterPage>
  );
}

/** As `RouteError`, under the bar of a clinic: the way elsewhere stays open. */
export function ClinicRouteError() {
  return (
    <Page narrow>
      <PageHeader title={title} />
      <Words />
    </Page>
  );
}
