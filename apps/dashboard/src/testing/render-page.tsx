import { render, type RenderResult } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { createQueryClient } from '../api/query-client';
import { Providers } from '../app/providers';
import { signInPath } from '../features/sign-in/return-path';
import { routes } from '../app/routes';

interface RenderedPage extends RenderResult {
  readonly user: UserEvent;
  /** Where the page is now, with its search and fragment. */
  readonly address: () => string;
}

/** The whole dashboard at an address, as `/c/harbor/staff`, on the fake API. */
export function renderPage(address: string): RenderedPage {
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  const queryClient = createQueryClient(() => {
    const { pathname, search } = router.state.location;
    if (!pathname.startsWith('/sign-in')) void router.navigate(signInPath(`${pathname}${search}`));
  });
  queryClient.setDefaultOptions({ queries: { retry: false, refetchInterval: false } });
  const rendered = render(
    <Providers queryClient={queryClient} styleNonce="" env="test">
      <RouterProvider router={router} />
    </Providers>,
  );
  return {
    ...rendered,
    user: userEvent.setup(),
    address: () => {
      const { pathname, search, hash } = router.state.location;
      return `${pathname}${search}${hash}`;
    },
  };
}
