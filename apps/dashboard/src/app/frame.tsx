import { Notifications } from '@mantine/notifications';
import { Outlet, ScrollRestoration } from 'react-router';
import { useShortcutKeys } from '../ui/keyboard/use-shortcut';

/** What is around every page. */
export function Frame() {
  useShortcutKeys();
  return (
    <>
      <Outlet />
      <ScrollRestoration />
      <Notifications position="bottom-center" containerWidth={420} data-screen-only />
    </>
  );
}
