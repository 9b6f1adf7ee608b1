import { createInstance } from 'i18next';
import { useMemo, useSyncExternalStore } from 'react';
import { en } from './en';
import { es } from './es';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'patient';
    resources: { patient: typeof en };
  }
}

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

const chosenKey = 'courseline.language';
const catalogue = createInstance({
  resources: { en: { patient: en }, es: { patient: es } },
  fallbackLng: 'en',
  supportedLngs: languages,
  defaultNS: 'patient',
  ns: ['patient'],
  // React writes text as text.
  interpolation: { escapeValue: false },
  initAsync: false,
});
void catalogue.init();

const listeners = new Set<() => void>();

function isLanguage(value: string | null): value is Language {
  return languages.some((language) => language === value);
}

/** What was chosen here, else what the browser asks for first among those there are, else English. */
export function currentLanguage(): Language {
  const chosen = localStorage.getItem(chosenKey);
  if (isLanguage(chosen)) return chosen;
  const asked = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage);
  return asked ?? 'en';
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(chosenKey, language);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The messages of one language, for what is made outside a component. */
export const messagesIn = (language: Language) => catalogue.getFixedT(language, 'patient');

export type Translate = ReturnType<typeof messagesIn>;

/** What is said to a patient, in the language they read. */
export function useMessages(): { readonly t: Translate; readonly language: Language } {
  const language = useSyncExternalStore(subscribe, currentLanguage);
  return useMemo(() => ({ t: messagesIn(language), language }), [language]);
}
