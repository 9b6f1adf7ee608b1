import type { CrisisLine } from '@courseline/contracts';
import type { RegimenId } from './regimens.js';
import type { Culture } from './name-lists.js';

export interface StaffMember {
  /** Known by this across the clinics: who works in two of them has one account. */
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly ('nurse' | 'clinician' | 'director' | 'administrator')[];
  readonly state?: 'invited' | 'left';
  /** How many patients they take on, beside the others of their role. */
  readonly share?: number;
}

export interface DemoClinic {
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly weightUnit: 'kg' | 'lb';
  readonly phone: string;
  readonly openingHours: string;
  readonly crisisLines: readonly CrisisLine[];
  readonly mrnPrefix: string;
  readonly patients: number;
  /** Sessions a day that it has chairs for. */
  readonly chairs: number;
  readonly staff: readonly StaffMember[];
  readonly cultures: readonly (readonly [Culture, weight: number])[];
  readonly regimens: readonly (readonly [RegimenId, weight: number])[];
  /** Kept for fiction: 555-01xx in North America, Ofcom's numbers for drama in the United Kingdom. */
  readonly patientPhone: (digits: number) => string;
}

const americanCrisisLines: readonly CrisisLine[] = [
  { name: '988 Suicide & Crisis Lifeline', phone: '988', textTo: '988', textWord: null, hours: 'All hours' },
  {
    name: 'Veterans Crisis Line (988, then press 1)',
    phone: '988',
    textTo: '838255',
    textWord: null,
    hours: 'All hours',
  },
  { name: 'Emergency', phone: '911', textTo: null, textWord: null, hours: 'All hours' },
];

/** Works as a director in New York and in Denver. */
const haddad: StaffMember = {
  key: 'haddad',
  name: 'Dr Salma Haddad',
  email: 'haddad@harbor.example',
  roles: ['director'],
};

const harbor: DemoClinic = {
  slug: 'harbor-clinic',
  name: 'Harbor Clinic',
  timeZone: 'America/New_York',
  locale: 'en-US',
  weightUnit: 'kg',
  phone: '555-0142',
  openingHours: 'Mon-Fri 8-18',
  crisisLines: americanCrisisLines,
  mrnPrefix: 'HC',
  patients: 300,
  chairs: 6,
  staff: [
    {
      key: 'okafor',
      name: 'Dr Chinwe Okafor',
      email: 'okafor@harbor.example',
      roles: ['clinician'],
      share: 3,
    },
    { key: 'lindqvist', name: 'Dr Saga Lindqvist', email: 'lindqvist@harbor.example', roles: ['clinician'] },
    {
      key: 'castellanos',
      name: 'Dr Iván Castellanos',
      email: 'castellanos@harbor.example',
      roles: ['clinician'],
    },
    {
      key: 'whitcombe',
      name: 'June Whitcombe, PMHNP',
      email: 'whitcombe@harbor.example',
      roles: ['clinician'],
    },
    {
      key: 'marsh',
      name: 'Dr Eleanor Marsh',
      email: 'marsh@harbor.example',
      roles: ['director', 'clinician'],
      share: 0.5,
    },
    haddad,
    { key: 'brandt', name: 'Nora Brandt', email: 'brandt@harbor.example', roles: ['nurse'], share: 2 },
    { key: 'oyelaran', name: 'Kemi Oyelaran', email: 'oyelaran@harbor.example', roles: ['nurse'] },
    { key: 'pham', name: 'Daniel Pham', email: 'pham@harbor.example', roles: ['nurse'] },
    { key: 'desrosiers', name: 'Mirlande Desrosiers', email: 'desrosiers@harbor.example', roles: ['nurse'] },
    { key: 'feld', name: 'Ruth Feld', email: 'feld@harbor.example', roles: ['nurse'], state: 'left' },
    {
      key: 'nakagawa',
      name: 'Ren Nakagawa',
      email: 'nakagawa@harbor.example',
      roles: ['nurse'],
      state: 'invited',
    },
    { key: 'leary', name: 'Tomasz Leary', email: 'leary@harbor.example', roles: ['administrator'] },
  ],
  cultures: [
    ['american', 30],
    ['hispanic', 18],
    ['italian', 7],
    ['jewish', 6],
    ['chinese', 7],
    ['nigerian', 5],
    ['haitian', 5],
    ['indian', 6],
    ['ukrainian', 4],
    ['korean', 4],
    ['arabic', 4],
    ['irish', 4],
  ],
  regimens: [
    ['iv-ketamine', 48],
    ['im-ketamine', 10],
    ['sublingual-ketamine', 10],
    ['esketamine', 21],
    ['sc-ketamine', 4],
    ['ssri', 7],
  ],
  patientPhone: (digits) => `(212) 555-01${String(digits).padStart(2, '0')}`,
};

const juniper: DemoClinic = {
  slug: 'juniper-ridge',
  name: 'Juniper Ridge Mood Clinic',
  timeZone: 'America/Denver',
  locale: 'en-US',
  weightUnit: 'lb',
  phone: '(303) 555-0117',
  openingHours: 'Mon-Thu 7:30-18, Fri 7:30-16',
  crisisLines: americanCrisisLines,
  mrnPrefix: 'JR',
  patients: 180,
  chairs: 5,
  staff: [
    {
      key: 'tsosie',
      name: 'Dr Renee Tsosie',
      email: 'tsosie@juniper.example',
      roles: ['clinician'],
      share: 1.5,
    },
    { key: 'gebre', name: 'Dr Dawit Gebre', email: 'gebre@juniper.example', roles: ['clinician'] },
    { key: 'holloway', name: 'Dr Beth Holloway', email: 'holloway@juniper.example', roles: ['clinician'] },
    {
      key: 'archuleta',
      name: 'Dr Paul Archuleta',
      email: 'archuleta@juniper.example',
      roles: ['director', 'clinician'],
      share: 0.5,
    },
    haddad,
    {
      key: 'sundberg',
      name: 'Anya Sundberg',
      email: 'sundberg@juniper.example',
      roles: ['nurse'],
      share: 1.5,
    },
    { key: 'nez', name: 'Marcus Nez', email: 'nez@juniper.example', roles: ['nurse'] },
    { key: 'tamang', name: 'Sunita Tamang', email: 'tamang@juniper.example', roles: ['nurse'] },
    { key: 'rourke', name: 'Gail Rourke', email: 'rourke@juniper.example', roles: ['administrator'] },
  ],
  cultures: [
    ['american', 42],
    ['hispanic', 24],
    ['german', 8],
    ['vietnamese', 6],
    ['ethiopian', 5],
    ['nepali', 5],
    ['irish', 5],
    ['korean', 3],
    ['pacific', 2],
  ],
  regimens: [
    ['esketamine', 40],
    ['iv-ketamine', 28],
    ['sublingual-ketamine', 20],
    ['im-ketamine', 6],
    ['ssri', 6],
  ],
  patientPhone: (digits) => `(303) 555-01${String(digits).padStart(2, '0')}`,
};

const larkfield: DemoClinic = {
  slug: 'larkfield-house',
  name: 'Larkfield House',
  timeZone: 'Europe/London',
  locale: 'en-GB',
  weightUnit: 'kg',
  phone: '020 7946 0153',
  openingHours: 'Mon-Fri 8:30-17:30',
  crisisLines: [
    { name: 'Samaritans', phone: '116 123', textTo: null, textWord: null, hours: 'All hours' },
    { name: 'NHS 111, mental health option', phone: '111', textTo: null, textWord: null, hours: 'All hours' },
    { name: 'Shout', phone: null, textTo: '85258', textWord: 'SHOUT', hours: 'All hours' },
    { name: 'Emergency', phone: '999', textTo: null, textWord: null, hours: 'All hours' },
  ],
  mrnPrefix: 'LH',
  patients: 120,
  chairs: 5,
  staff: [
    {
      key: 'achterberg',
      name: 'Dr Imogen Achterberg',
      email: 'achterberg@larkfield.example',
      roles: ['clinician'],
      share: 1.5,
    },
    { key: 'rahman', name: 'Dr Tariq Rahman', email: 'rahman@larkfield.example', roles: ['clinician'] },
    {
      key: 'ferncastle',
      name: 'Prof Hugh Ferncastle',
      email: 'ferncastle@larkfield.example',
      roles: ['director', 'clinician'],
      share: 0.5,
    },
    { key: 'boateng', name: 'Dr Abena Boateng', email: 'boateng@larkfield.example', roles: ['director'] },
    {
      key: 'kowalczyk',
      name: 'Ewa Kowalczyk',
      email: 'kowalczyk@larkfield.example',
      roles: ['nurse'],
      share: 1.5,
    },
    { key: 'pritchard', name: 'Gwen Pritchard', email: 'pritchard@larkfield.example', roles: ['nurse'] },
    { key: 'mensah', name: 'Joel Mensah', email: 'mensah@larkfield.example', roles: ['nurse'] },
    {
      key: 'underhill',
      name: 'Priscilla Underhill',
      email: 'underhill@larkfield.example',
      roles: ['administrator'],
    },
  ],
  cultures: [
    ['british', 44],
    ['irish', 9],
    ['pakistani', 9],
    ['indian', 7],
    ['polish', 8],
    ['ghanaian', 6],
    ['greek', 4],
    ['turkish', 4],
    ['ukrainian', 3],
    ['arabic', 3],
    ['portuguese', 3],
  ],
  regimens: [
    ['sc-ketamine', 30],
    ['iv-ketamine', 32],
    ['esketamine', 12],
    ['oral-ketamine', 8],
    ['ssri', 18],
  ],
  patientPhone: (digits) => `07700 900${String(digits).padStart(3, '0')}`,
};

/** Made up, all of it: names, people, addresses and numbers. The crisis lines are real, as they must be. */
export const demoClinics: readonly DemoClinic[] = [harbor, juniper, larkfield];

/** One for all demo accounts: it is printed at every start, so it protects nothing. */
export const demoPassphrase = 'a lantern on the harbor wall';
