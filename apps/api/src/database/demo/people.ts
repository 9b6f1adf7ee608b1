import type { DemoCalendar } from './calendar.js';
import type { DemoClinic } from './clinics.js';
import { nameLists, singleNames } from './name-lists.js';
import { clamp, type Random } from './random.js';

export interface Person {
  readonly familyName: string;
  readonly givenName: string;
  readonly sex: 'female' | 'male' | 'other' | 'unknown';
  /** Null: not known, as for some people who come in a crisis. */
  readonly birthDate: string | null;
  readonly ageYears: number;
  readonly phone: string | null;
  readonly email: string | null;
  readonly indications: readonly string[];
  readonly allergies: string | null;
  readonly contraindications: string | null;
}

const allergies = [
  'Penicillin: rash.',
  'Latex: use latex-free gloves.',
  'Sulfonamides: hives.',
  'Ondansetron: headache, prefers not to have it.',
  'Adhesive tape: skin tears, use paper tape.',
  'Shellfish.',
  'Codeine: vomiting.',
];
const cautions = [
  'Treated hypertension: pressure before each dose, call above 160/100.',
  'Sleep apnea with CPAP: oximetry throughout.',
  'Recurrent cystitis in 2019: ask about bladder symptoms at each visit.',
  'Glaucoma, followed by ophthalmology: pressures normal in spring.',
  'Migraine with aura.',
  'Former cannabis use disorder, in recovery for four years.',
  'Vasovagal with cannulation: lie flat.',
  'Mild renal impairment.',
];

/** One of a culture's people; a few are registered in their own script, or by one name only. */
function fullName(
  random: Random,
  clinic: DemoClinic,
  sex: Person['sex'],
): Pick<Person, 'familyName' | 'givenName'> {
  if (random.chance(0.008)) return { familyName: random.pick(singleNames), givenName: '' };
  const culture = nameLists[random.weighted(clinic.cultures)];
  const { ownScript } = culture;
  const from = ownScript !== null && random.chance(0.12) ? ownScript : culture;
  const isFemale = sex === 'female' || (sex !== 'male' && random.chance(0.5));
  return { familyName: random.pick(from.family), givenName: random.pick(isFemale ? from.female : from.male) };
}

/** What is treated: depression for nearly all, with trauma and anxiety beside it as clinics report. */
function indicationsOf(random: Random): string[] {
  const main = random.weighted([
    ['treatment-resistant-depression', 56],
    ['major-depression', 33],
    ['bipolar-depression', 7],
    ['ptsd', 4],
  ] as const);
  const beside = (
    [
      ['ptsd', 0.27],
      ['generalised-anxiety', 0.3],
      ['social-anxiety', 0.06],
      ['ocd', 0.04],
      ['suicidal-ideation', 0.06],
      ['chronic-pain', 0.07],
      ['substance-use', 0.04],
    ] as const
  ).flatMap(([indication, share]) => (random.chance(share) ? [indication] : []));
  return [...new Set([main, ...beside])];
}

export function aPerson(random: Random, clinic: DemoClinic, calendar: DemoCalendar): Person {
  const sex = random.weighted([
    ['female', 57],
    ['male', 40],
    ['other', 2],
    ['unknown', 1],
  ] as const);
  const name = fullName(random, clinic, sex);
  const ageYears = Math.round(clamp(random.normal(44, 14), 21, 84));
  const bornOn = calendar.date(-Math.round(ageYears * 365.25 + random.between(5, 360)));
  return {
    ...name,
    sex,
    birthDate: random.chance(0.01) ? null : bornOn,
    ageYears,
    phone: random.chance(0.93) ? clinic.patientPhone(random.whole(0, 99)) : null,
    email: null,
    indications: indicationsOf(random),
    allergies: random.chance(0.17) ? random.pick(allergies) : random.chance(0.7) ? 'None known.' : null,
    contraindications: random.chance(0.11) ? random.pick(cautions) : null,
  };
}

/** What an address can be made of; empty for a name without Latin letters. */
export function mailName({ givenName, familyName }: Pick<Person, 'givenName' | 'familyName'>): string {
  return `${givenName}.${familyName}`
    .normalize('NFD')
    .replace(/đ/gi, 'd')
    .replace(/ł/gi, 'l')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .toLowerCase()
    .replace(/[^a-z.]+/g, '')
    .replace(/^\.+|\.+$/g, '');
}
