import { Outlet, ScrollRestoration } from 'react-router';
import { useShortcutKeys } from '../ui/keyboard/use-shortcut';
import { Toasts } from '../ui/toast';

/** What is around every page. */
export function Frame() {
  useShortcutKeys();
  return (
    <>
      <Outlet />
      <ScrollRestoration />
      <Toasts />
    </>
  );
}
