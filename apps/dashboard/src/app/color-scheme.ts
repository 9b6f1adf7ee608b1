import { localStorageColorSchemeManager } from '@mantine/core';

export const colorSchemes = localStorageColorSchemeManager({ key: 'courseline.color-scheme' });

/** Sets the scheme before anything is drawn: an inline script, Mantine's usual way, is refused by our policy. */
export function applyColorScheme(): void {
  const chosen = colorSchemes.get('auto');
  const dark =
    chosen === 'auto' ? window.matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
}
