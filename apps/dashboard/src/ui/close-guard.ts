import { useEffect, useEffectEvent } from 'react';

/** The browser asks before the page is closed or loaded again while something is unsaved. */
export function useCloseGuard(isUnsaved: () => boolean): void {
  const onUnload = useEffectEvent((event: BeforeUnloadEvent) => {
    if (isUnsaved()) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: BeforeUnloadEvent) => onUnload(event);
    window.addEventListener('beforeunload', listener);
    return () => window.removeEventListener('beforeunload', listener);
  }, []);
}
