import { useEffect } from 'react';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { OuterPage } from '../ui/outer-page';
import { ErrorState } from '../ui/states';

const reloadedKey = 'courseline.reloaded-for-missing-part';

/** A part of the page that the server no longer has: it was updated since this page was loaded. */
function isMissingPart(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|importing a module/i.test(error.message);
}

/** The page that stands in for one that could not be drawn. */
export function RouteError() {
  const error = useRouteError();
  const missingPart = isMissingPart(error);
  useEffect(() => {
    if (!missingPart || sessionStorage.getItem(reloadedKey) !== null) return;
    sessionStorage.setItem(reloadedKey, 'yes');
    window.location.reload();
  }, [missingPart]);
  const notFound = isRouteErrorResponse(error) && error.status === 404;
  return (
    <OuterPage title={notFound ? 'There is no such page' : 'This page could not be shown'}>
      <ErrorState error={error} onRetry={() => window.location.reload()} />
      <p>
        <a href="/">Go to the first page</a>
      </p>
    </OuterPage>
  );
}
