import type { RouteObject } from 'react-router';
import { ClinicLayout } from './clinic-layout';
import { Frame } from './frame';
import { NotFound } from './not-found';
import { RouteError } from './route-error';
import { RouteFallback } from './route-fallback';

/** Every page there is; each is loaded when someone first goes there. */
export const routes: RouteObject[] = [
  {
    element: <Frame />,
    errorElement: <RouteError />,
    HydrateFallback: RouteFallback,
    children: [
      { path: '*', element: <NotFound /> },
      {
        path: '/c/:clinic',
        element: <ClinicLayout />,
        children: [{ errorElement: <RouteError />, children: [{ path: '*', element: <NotFound /> }] }],
      },
    ],
  },
];
