import type { SelectOption } from '../../ui/fields/select-field';

const offered = [
  'en-US',
  'en-GB',
  'en-CA',
  'en-AU',
  'en-IE',
  'en-NZ',
  'en-ZA',
  'es-ES',
  'es-US',
  'es-MX',
  'fr-FR',
  'fr-CA',
  'de-DE',
  'de-AT',
  'de-CH',
  'it-IT',
  'nl-NL',
  'nl-BE',
  'pt-PT',
  'pt-BR',
  'sv-SE',
  'da-DK',
  'nb-NO',
  'fi-FI',
  'pl-PL',
  'cs-CZ',
];

const example = new Date('2026-11-17T00:00:00Z');

/** Ways to write dates and numbers, each with a date written so. */
export function localeOptions(current: string): readonly SelectOption[] {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return [...new Set([...offered, current])].map((locale) => {
    const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(example);
    return { value: locale, label: `${names.of(locale) ?? locale}: ${date}` };
  });
}

/** Every zone the browser knows, and the one that is set. */
export function timeZoneOptions(current: string): readonly SelectOption[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current])]
    .sort()
    .map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
