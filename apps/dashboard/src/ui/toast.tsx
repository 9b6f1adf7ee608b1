import { lazy, Suspense, useSyncExternalStore } from 'react';

let wanted = false;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const ToastStack = lazy(async () => ({ default: (await import('./toast-stack')).ToastStack }));

/** Once in the frame; loads its parts with the first toast. */
export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => wanted);
  return shown ? (
    <Suspense>
      <ToastStack />
    </Suspense>
  ) : null;
}

/** Says that something was done, with a way back: never for errors, and never for what stands on the page anyway. */
export function toastDone(words: string, undo: () => void): void {
  wanted = true;
  for (const listener of listeners) listener();
  void import('./toast-stack').then(({ showToast }) => showToast(words, undo));
}
