import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { handleKey, registerShortcut, shortcutStore, type Shortcut } from './shortcuts';

interface UseShortcut {
  readonly keys: string;
  readonly does: string;
  readonly group?: string;
  readonly enabled?: boolean;
}

/** Offers a shortcut while the component is mounted; it stands in the list that `?` shows. */
export function useShortcut(
  { keys, does, group = 'This page', enabled = true }: UseShortcut,
  run: () => void,
): void {
  const runNow = useEffectEvent(run);
  useEffect(
    () => (enabled ? registerShortcut({ keys, does, group, run: () => runNow() }) : undefined),
    [keys, does, group, enabled],
  );
}

interface UseKeyHelp {
  readonly keys: string;
  readonly does: string;
  readonly group?: string;
}

/** Lists a key in the help that the component itself listens to, such as the digits of a questionnaire. */
export function useKeyHelp({ keys, does, group = 'This page' }: UseKeyHelp): void {
  useEffect(() => registerShortcut({ keys, does, group, run: null }), [keys, does, group]);
}

export function useShortcutList(): readonly Shortcut[] {
  return useSyncExternalStore(shortcutStore.subscribe, shortcutStore.list);
}

export function useSingleKeys(): [boolean, (on: boolean) => void] {
  return [
    useSyncExternalStore(shortcutStore.subscribe, shortcutStore.areSingleKeysOn),
    shortcutStore.setSingleKeys,
  ];
}

/** Once in the shell: hears the keys. */
export function useShortcutKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, []);
}
