import { useEffect, type RefObject } from 'react';
import { useLocation } from 'react-router';

let arrivedAt: string | null = null;

/**
 * After a navigation the heading of the new page takes the focus, so that keyboard and screen reader start
 * where the eye does. Not on the first load, and never away from something the person has gone to meanwhile.
 */
export function useArrivalFocus(heading: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  useEffect(() => {
    const before = arrivedAt;
    arrivedAt = pathname;
    if (before === null || before === pathname) return;
    const active = document.activeElement;
    const free = active === null || active === document.body || active.closest('header, nav, a') !== null;
    if (free) heading.current?.focus({ preventScroll: true });
  }, [pathname, heading]);
}
