import type { CrisisLine } from '@courseline/contracts';

/** Where a clinic is, as far as crisis lines and units of weight go. */
export interface Country {
  readonly code: string;
  readonly name: string;
  readonly weightUnit: 'kg' | 'lb';
  readonly locale: string;
  readonly crisisLines: readonly CrisisLine[];
}

/** When the numbers below were last compared with what their operators publish; again before each release. */
export const crisisLinesCheckedOn = '2026-11-24';

const line = (name: string, phone: string | null, more: Partial<CrisisLine> = {}): CrisisLine => ({
  name,
  phone,
  textTo: null,
  textWord: null,
  hours: 'at any hour',
  ...more,
});

const samaritans = line('Samaritans', '116 123');

export const countries: readonly Country[] = [
  {
    code: 'US',
    name: 'United States',
    weightUnit: 'lb',
    locale: 'en-US',
    crisisLines: [
      line('988 Suicide & Crisis Lifeline', '988', { textTo: '988' }),
      line('Veterans Crisis Line (call 988, then press 1)', '988', { textTo: '838255' }),
      line('Emergency', '911'),
    ],
  },
  {
    code: 'CA',
    name: 'Canada',
    weightUnit: 'kg',
    locale: 'en-CA',
    crisisLines: [line('9-8-8 Suicide Crisis Helpline', '988', { textTo: '988' }), line('Emergency', '911')],
  },
  {
    code: 'GB',
    name: 'United Kingdom',
    weightUnit: 'kg',
    locale: 'en-GB',
    crisisLines: [
      samaritans,
      line('NHS 111, mental health option', '111'),
      line('Shout', null, { textTo: '85258', textWord: 'SHOUT' }),
      line('Emergency', '999'),
    ],
  },
  {
    code: 'IE',
    name: 'Ireland',
    weightUnit: 'kg',
    locale: 'en-IE',
    crisisLines: [samaritans, line('Emergency', '112')],
  },
  {
    code: 'AU',
    name: 'Australia',
    weightUnit: 'kg',
    locale: 'en-AU',
    crisisLines: [line('Lifeline', '13 11 14', { textTo: '0477 13 11 14' }), line('Emergency', '000')],
  },
  {
    code: 'EU',
    name: 'Another country of the European Union',
    weightUnit: 'kg',
    locale: 'en-GB',
    crisisLines: [line('Emergency', '112')],
  },
];

/** For a country whose numbers we do not know: one line, to be filled in. */
export const unknownCountry: Country = {
  code: 'other',
  name: 'Another country',
  weightUnit: 'kg',
  locale: 'en-GB',
  crisisLines: [line('', null, { hours: null })],
};

const canadianZones =
  /^America\/(Toronto|Vancouver|Edmonton|Winnipeg|Halifax|Regina|St_Johns|Moncton|Montreal|Iqaluit|Whitehorse|Yellowknife)$/;

/** The country a browser seems to stand in, by its zone and then by the region of its language. */
export function guessCountry(timeZone: string, language: string): Country {
  const region = /-([A-Z]{2})$/.exec(language)?.[1];
  const code =
    { 'Europe/London': 'GB', 'Europe/Belfast': 'GB', 'Europe/Dublin': 'IE' }[timeZone] ??
    (timeZone.startsWith('Australia/') ? 'AU' : undefined) ??
    (canadianZones.test(timeZone) ? 'CA' : undefined) ??
    region;
  return findCountry(code ?? '');
}

export function findCountry(code: string): Country {
  return countries.find((country) => country.code === code) ?? unknownCountry;
}
