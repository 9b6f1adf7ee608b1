import '@fontsource-variable/inter/wght.css';
import './ui/mantine-styles';
import './ui/tokens.css';
import './ui/base.css';
import './ui/mantine.css';
import './ui/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { config } from 'zod';
import { createQueryClient } from './api/query-client';
import { applyColorScheme } from './app/color-scheme';
import { Providers } from './app/providers';
import { signInPath } from './features/sign-in/return-path';
import { routes } from './app/routes';
import { readStyleNonce } from './app/style-nonce';
import { refuseMarkup } from './app/trusted-types';

refuseMarkup();
// The page's policy forbids making functions from text, which zod would try.
config({ jitless: true });
applyColorScheme();

const router = createBrowserRouter(routes);
const queryClient = createQueryClient(() => {
  const { pathname, search } = router.state.location;
  if (pathname.startsWith('/c/') || pathname === '/' || pathname === '/clinics') {
    void router.navigate(signInPath(`${pathname}${search}`)).then(() => queryClient.clear());
  }
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <Providers queryClient={queryClient} styleNonce={readStyleNonce()}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
