import type { Translate } from './patient-messages';

/** The words around the crisis lines, in the reader's language. */
export function crisisWords(t: Translate) {
  return {
    call: (number: string) => t('crisis.call', { number }),
    text: (number: string, word: string | null) =>
      word === null ? t('crisis.text', { number }) : t('crisis.textWord', { number, word }),
    notWatched: t('crisis.notWatched'),
  };
}
