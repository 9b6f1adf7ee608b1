import type { ColumnProfile, GuessedMapping, ImportTreatment, Sex } from '@courseline/contracts';
import { scoredInstruments, type InstrumentId } from '@courseline/instruments';
import type { FileProfile } from './column-profile.js';
import { guessAnswerCodes, guessForms, plainName } from './guess-items.js';

const names = {
  person: [
    ...['mrn', 'recordnumber', 'patientid', 'patientidentifier', 'patientnumber', 'patient', 'clientid'],
    ...[
      'participantid',
      'participant',
      'subjectid',
      'subject',
      'personid',
      'person',
      'seqn',
      'id',
      'case',
      'course',
    ],
  ],
  familyName: ['familyname', 'lastname', 'surname', 'nachname', 'name'],
  givenName: ['givenname', 'firstname', 'forename', 'vorname'],
  birthDate: ['birthdate', 'dateofbirth', 'dob', 'geburtsdatum'],
  sex: ['sex', 'gender', 'geschlecht'],
  day: ['date', 'assessmentdate', 'onday', 'completedon', 'dateofassessment', 'visitdate', 'datum', 'day'],
  dayZero: [
    ...['dayzero', 'day0', 'firstdose', 'firstdosedate', 'dateoffirstdose', 'baselinedate', 'startdate'],
    ...['treatmentstart', 'coursestart'],
  ],
  treatment: ['modality', 'treatment', 'route', 'arm', 'medication', 'agent'],
  instrument: ['instrument', 'measure', 'scale', 'questionnaire', 'form', 'test'],
  total: ['total', 'totalscore', 'score', 'sum', 'value'],
  week: ['week', 'weekno', 'weeknumber', 'woche'],
} as const;

const treatments: Readonly<Record<string, ImportTreatment>> = {
  ...withNames(['ketamineiv', 'ivketamine', 'iv', 'ketamine'], {
    agent: 'ketamine',
    route: 'iv',
    name: null,
  }),
  ...withNames(['ketamineim', 'imketamine', 'im'], { agent: 'ketamine', route: 'im', name: null }),
  ...withNames(['ketaminesc', 'scketamine', 'sc'], { agent: 'ketamine', route: 'sc', name: null }),
  ...withNames(['ketaminesl', 'ketaminesublingual', 'sublingual', 'troche'], {
    agent: 'ketamine',
    route: 'sublingual',
    name: null,
  }),
  ...withNames(['ketamineoral', 'ketaminepo'], { agent: 'ketamine', route: 'oral', name: null }),
  ...withNames(['ketaminein', 'ketamineintranasal'], { agent: 'ketamine', route: 'intranasal', name: null }),
  ...withNames(['esketaminein', 'esketamine', 'esketamineintranasal', 'spravato'], {
    agent: 'esketamine',
    route: 'intranasal',
    name: null,
  }),
  ...withNames(['ssri'], { agent: 'ssri', route: 'oral', name: 'SSRI' }),
  ...withNames(['snri'], { agent: 'snri', route: 'oral', name: 'SNRI' }),
};

const sexes: Readonly<Record<string, Sex>> = {
  ...withNames<Sex>(['f', 'female', 'w', 'weiblich', 'woman'], 'female'),
  ...withNames<Sex>(['m', 'male', 'mannlich', 'männlich', 'man'], 'male'),
  ...withNames<Sex>(['x', 'other', 'd', 'divers', 'nonbinary'], 'other'),
  ...withNames<Sex>(['u', 'unknown', 'unbekannt'], 'unknown'),
};

/** The mapping that the names and cells of a file's columns suggest. What they do not suggest is null. */
export function guessMapping(file: FileProfile, fileName: string): GuessedMapping {
  const columns = new GuessedColumns(file.columns);
  const dayZero = columns.named(names.dayZero, ({ dayFormats }) => dayFormats.length > 0);
  const day = columns.named(names.day, ({ dayFormats }) => dayFormats.length > 0);
  const week = columns.named(names.week, ({ numeric }) => numeric);
  const wide = guessForms(file.columns);
  const [dayFormat] = day?.dayFormats ?? [];
  return {
    source: sourceOf(fileName),
    delimiter: file.delimiter,
    person: guessPerson(columns),
    day:
      day === null || dayFormat === undefined
        ? null
        : { kind: 'column', column: day.name, format: dayFormat },
    // A number of the week tells rows apart; which day week 1 began, only a person knows.
    sequence: day === null ? (week?.name ?? null) : null,
    course: guessCourse(columns, dayZero),
    context: { kind: 'constant', context: 'unknown' },
    forms: wide.length > 0 ? { layout: 'wide', instruments: wide } : guessLong(columns),
    answers: guessAnswerCodes(wide, file.columns),
    duplicates: { changed: 'refuse', recorded: 'keep-both' },
    unknownPatients: 'make',
  };
}

class GuessedColumns {
  constructor(private readonly profiles: readonly ColumnProfile[]) {}

  /** The column with the likeliest of the names that also looks right. */
  named(
    candidates: readonly string[],
    looksRight: (profile: ColumnProfile) => boolean = () => true,
  ): ColumnProfile | null {
    for (const candidate of candidates) {
      const found = this.profiles.find((profile) => plainName(profile.name) === candidate);
      if (found !== undefined && looksRight(found)) return found;
    }
    return null;
  }
}

function guessPerson(columns: GuessedColumns): GuessedMapping['person'] {
  const person = columns.named(names.person);
  if (person === null) return null;
  const birthDate = columns.named(names.birthDate, ({ dayFormats }) => dayFormats.length > 0);
  const [birthFormat] = birthDate?.dayFormats ?? [];
  const sex = columns.named(names.sex, ({ values }) => isCoded(values, sexes));
  return {
    column: person.name,
    shape: person.examples.some((cell) => /^\d+\.0*$/.test(cell)) ? 'whole-number' : 'text',
    prefix: '',
    familyName: columns.named(names.familyName)?.name ?? null,
    givenName: columns.named(names.givenName)?.name ?? null,
    birthDate:
      birthDate === null || birthFormat === undefined
        ? null
        : { column: birthDate.name, format: birthFormat },
    sex: sex === null ? null : { column: sex.name, codes: codesOf(sex.values, sexes) },
  };
}

function guessCourse(columns: GuessedColumns, dayZero: ColumnProfile | null): GuessedMapping['course'] {
  const treatment = columns.named(names.treatment, ({ values }) => isCoded(values, treatments));
  const [format] = dayZero?.dayFormats ?? [];
  if (dayZero === null || format === undefined || treatment === null) return null;
  return {
    dayZero: { kind: 'column', column: dayZero.name, format },
    treatment: { kind: 'column', column: treatment.name, codes: codesOf(treatment.values, treatments) },
  };
}

function guessLong(columns: GuessedColumns): GuessedMapping['forms'] {
  const known: Readonly<Record<string, InstrumentId>> = Object.fromEntries(
    scoredInstruments.map(({ id }) => [plainName(id), id]),
  );
  const instrument = columns.named(names.instrument, ({ values }) => isCoded(values, known));
  const total = columns.named(names.total, ({ numeric }) => numeric);
  if (instrument === null || total === null) return null;
  return {
    layout: 'long',
    instrument: instrument.name,
    codes: codesOf(instrument.values, known),
    total: total.name,
  };
}

/** Whether at least half of the column's different cells have a meaning; the others are a person's to explain. */
function isCoded(values: readonly string[] | null, meanings: Readonly<Record<string, unknown>>): boolean {
  if (values === null || values.length === 0) return false;
  const known = values.filter((value) => Object.hasOwn(meanings, plainName(value)));
  return known.length * 2 >= values.length;
}

function codesOf<Meaning>(
  values: readonly string[] | null,
  meanings: Readonly<Record<string, Meaning>>,
): Record<string, Meaning> {
  return Object.fromEntries(
    (values ?? []).flatMap((value): [string, Meaning][] => {
      const meaning = meanings[plainName(value)];
      return meaning === undefined ? [] : [[value, meaning]];
    }),
  );
}

function withNames<Meaning>(spellings: readonly string[], meaning: Meaning): Record<string, Meaning> {
  return Object.fromEntries(spellings.map((spelling) => [spelling, meaning]));
}

/** The name of the file without what often changes from one export to the next: dates, numbers, its ending. */
function sourceOf(fileName: string): string {
  const words = fileName
    .toLowerCase()
    .replace(/\.[a-z]{1,5}$/, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !/^\d{6,}$/.test(word));
  return words.join('-').slice(0, 80).replace(/-+$/, '') || 'file';
}
