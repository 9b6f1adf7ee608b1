import { anAnswerProfile } from './answers.js';
import { clock } from './calendar.js';
import type { DemoPatient } from './patient.js';
import { aPerson, mailName, type Person } from './people.js';
import { clamp, type Random } from './random.js';
import { someoneOf, type Site } from './site.js';
import { REACTIVITY_SD } from './vitals.js';

/** Addresses given out so far: no two accounts share one. */
export class Addresses {
  private readonly taken = new Set<string>();

  for(person: Pick<Person, 'givenName' | 'familyName'>, mrn: string): string {
    const name = mailName(person);
    const base = name.length < 3 ? `patient.${mrn.toLowerCase()}` : name;
    let address = `${base}@mail.example`;
    for (let number = 2; this.taken.has(address); number += 1) address = `${base}${number}@mail.example`;
    this.taken.add(address);
    return address;
  }
}

export interface Registration {
  readonly mrn: string;
  readonly day: number;
  readonly person?: Person;
  readonly hasAccess?: boolean;
  readonly clinicianId?: string;
  readonly nurseId?: string;
  readonly weightKg?: number;
  /** Thoughts of death among the first things they would tick. */
  readonly isAtRisk?: boolean;
}

/** A person who registers at the clinic on that day. */
export function aPatient(site: Site, random: Random, registration: Registration): DemoPatient {
  const { calendar, clinic } = site;
  const person = registration.person ?? aPerson(random.fork('person'), clinic, calendar);
  const traits = random.fork('traits');
  const registeredAt = calendar.at(registration.day, clock('08:30') + traits.whole(0, 480));
  const hasAccess = registration.hasAccess ?? traits.chance(0.55);
  const isProne = person.indications.includes('suicidal-ideation') || traits.chance(0.3);
  const systolic = clamp(110 + person.ageYears * 0.27 + traits.normal(0, 9), 96, 146);
  return {
    id: random.uuid(registeredAt),
    mrn: registration.mrn,
    person,
    accountId: hasAccess ? random.uuid(registeredAt) : null,
    registeredAt,
    clinicianId: registration.clinicianId ?? someoneOf(site, traits, 'clinician'),
    nurseId: registration.nurseId ?? someoneOf(site, traits, 'nurse'),
    profile: anAnswerProfile(
      traits,
      registration.isAtRisk === true ? 'first' : isProne ? 'when-unwell' : 'hardly-ever',
    ),
    weightKg: registration.weightKg ?? aWeight(traits, person.sex),
    systolic,
    diastolic: clamp(systolic * 0.615 + traits.normal(0, 4.5), 56, 88),
    pulse: clamp(traits.normal(73, 8), 52, 98),
    pressureReactivity: traits.normal(0, REACTIVITY_SD),
    random: random.fork('rows'),
  };
}

function aWeight(random: Random, sex: Person['sex']): number {
  const [mean, deviation] = sex === 'male' ? [87, 15] : [75, 16];
  return clamp(random.normal(mean, deviation), 44, 148);
}
