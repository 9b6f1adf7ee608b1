import { getInstrument } from '@courseline/instruments';
import { z } from 'zod';
import { assessmentContexts, scoredInstrumentIdSchema } from './assessments.js';
import { courseAgentSchema, courseRouteSchema, hasSessions, routesOfAgent } from './courses.js';
import { day } from './dates.js';
import { sexSchema } from './patients.js';
import { line } from './text.js';

/**
 * How the columns of a file become patients, courses and assessments. It is kept with every import, so it is
 * versioned: a change that gives an old mapping another meaning is a new version.
 */
export const IMPORT_MAPPING_VERSION = 1;

export const delimiters = [',', ';', '\t', '|'] as const;
export const delimiterSchema = z.enum(delimiters);
export type Delimiter = z.infer<typeof delimiterSchema>;

/** The header of a column, exactly as it stands in the file, without spaces at its ends. */
const column = () => line(200);

/** What stands in a cell, for tables of codes. */
const code = () => z.string().trim().min(1).max(100);

/** `text` keeps the id as it stands; `whole-number` reads the `93705.0` of a statistics program as `93705`. */
export const idShapes = ['text', 'whole-number'] as const;

export const dayFormats = ['year-month-day', 'day.month.year', 'day/month/year', 'month/day/year'] as const;
export const dayFormatSchema = z.enum(dayFormats);
export type DayFormat = z.infer<typeof dayFormatSchema>;

const dayColumnSchema = z.strictObject({
  kind: z.literal('column'),
  column: column(),
  format: dayFormatSchema,
});
const sameDaySchema = z.strictObject({ kind: z.literal('constant'), day: day() });
/** A number n in a column: `from` + (n - `first`) units. `from` may be day 0 of the row's course. */
const countedDaySchema = z.strictObject({
  kind: z.literal('counted'),
  column: column(),
  from: z.union([day(), z.literal('day-zero')]),
  first: z.int().min(-1000).max(1000),
  unit: z.enum(['day', 'week']),
});

/** What a course of treatment is, as the import declares it. */
export const importTreatmentSchema = z
  .strictObject({ agent: courseAgentSchema, route: courseRouteSchema, name: line(100).nullable() })
  .superRefine(({ agent, route, name }, context) => {
    if (!routesOfAgent[agent].includes(route))
      context.addIssue({
        code: 'custom',
        path: ['route'],
        message: 'This agent is not given by this route.',
      });
    if (!hasSessions(agent) && name === null)
      context.addIssue({
        code: 'custom',
        path: ['name'],
        message: 'Name the treatment, such as "sertraline".',
      });
  });
export type ImportTreatment = z.infer<typeof importTreatmentSchema>;

const courseSchema = z.strictObject({
  /** Day 0 of the course, declared: the day of the first dose. */
  dayZero: z.discriminatedUnion('kind', [dayColumnSchema, sameDaySchema]),
  treatment: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('constant'), treatment: importTreatmentSchema }),
    z.strictObject({
      kind: z.literal('column'),
      column: column(),
      codes: z.record(code(), importTreatmentSchema),
    }),
  ]),
});

const contextSchema = z.enum(assessmentContexts);

/** One instrument of a wide row: a column for each item, or a column with the total, or both, which must agree. */
const wideFormSchema = z
  .strictObject({
    instrument: scoredInstrumentIdSchema,
    items: z.array(column()).min(1).max(40).nullable(),
    difficulty: column().nullable(),
    total: column().nullable(),
  })
  .superRefine((form, context) => {
    const definition = getInstrument(form.instrument);
    const refuse = (path: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (form.items === null && form.total === null)
      refuse('items', 'Name the columns of the items, or the column of the total.');
    if (form.items !== null && definition.totalOnly)
      refuse('items', `Of ${definition.name} only the total is kept.`);
    else if (form.items !== null && form.items.length !== definition.itemCount)
      refuse('items', `${definition.name} has ${definition.itemCount} items.`);
    if (form.items !== null && new Set(form.items).size !== form.items.length)
      refuse('items', 'Each column holds one item.');
    if (form.difficulty !== null && !definition.extraItems.some((item) => item.id === 'difficulty'))
      refuse('difficulty', `${definition.name} has no question about difficulty.`);
  });
export type WideForm = z.infer<typeof wideFormSchema>;

const formsSchema = z.discriminatedUnion('layout', [
  z.strictObject({
    layout: z.literal('wide'),
    instruments: z
      .array(wideFormSchema)
      .min(1)
      .max(10)
      .refine(
        (forms) => new Set(forms.map(({ instrument }) => instrument)).size === forms.length,
        'Each instrument once.',
      ),
  }),
  /** One instrument a row: a column says which, another its total. */
  z.strictObject({
    layout: z.literal('long'),
    instrument: column(),
    codes: z.record(code(), scoredInstrumentIdSchema),
    total: column(),
  }),
]);

/** Why an answer is missing. An empty cell is always `missing` and need not be listed. */
export const missingKinds = ['missing', 'refused', 'not-known'] as const;
export type MissingKind = (typeof missingKinds)[number];

const answersSchema = z.strictObject({
  /** Cells that stand for an answer, such as `"5.397605346934028e-79": 0`, the zero of a SAS export. */
  codes: z.record(code(), z.int().min(0).max(10)),
  /** Cells that stand for no answer, such as `"7": "refused"`. */
  missing: z.record(code(), z.enum(missingKinds)),
});

const duplicatesSchema = z.strictObject({
  /** A row that was imported before and now says something else. */
  changed: z.enum(['refuse', 'amend']),
  /** A form of the same instrument, patient and day that did not come from this source. */
  recorded: z.enum(['keep-both', 'skip', 'refuse']),
});

const personSchema = z.strictObject({
  /** The column of the medical record number. */
  column: column(),
  shape: z.enum(idShapes),
  /** Put before each id, to keep the numbers of another system apart. */
  prefix: z.string().regex(/^[A-Za-z0-9._-]{0,20}$/, 'Up to 20 letters, digits, dots and hyphens.'),
  familyName: column().nullable(),
  givenName: column().nullable(),
  birthDate: z.strictObject({ column: column(), format: dayFormatSchema }).nullable(),
  sex: z.strictObject({ column: column(), codes: z.record(code(), sexSchema) }).nullable(),
});

/** A record number that no patient of the clinic has: a new patient, or a slip of the pen. */
export const unknownPatients = ['make', 'refuse'] as const;

const onDaySchema = z.discriminatedUnion('kind', [dayColumnSchema, sameDaySchema, countedDaySchema]);

const parts = {
  /** Names where the rows come from: the same row of the same source is known again. */
  source: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{0,79}$/, 'Lower-case letters, digits, dots and hyphens, up to 80 of them.'),
  delimiter: delimiterSchema,
  /** Tells rows of one person and instrument apart where the day does not: a wave or visit number. */
  sequence: column().nullable(),
  course: courseSchema.nullable(),
  context: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('constant'), context: contextSchema }),
    z.strictObject({
      kind: z.literal('column'),
      column: column(),
      codes: z.record(code(), contextSchema),
    }),
  ]),
  answers: answersSchema,
  duplicates: duplicatesSchema,
  /** `make` where a mapping does not say: as it was before mappings could. */
  unknownPatients: z.enum(unknownPatients).default('make'),
};

export const importMappingSchema = z
  .strictObject({
    version: z.literal(IMPORT_MAPPING_VERSION),
    ...parts,
    person: personSchema,
    day: onDaySchema,
    forms: formsSchema,
  })
  .superRefine((mapping, context) => {
    if (mapping.day.kind === 'counted' && mapping.day.from === 'day-zero' && mapping.course === null)
      context.addIssue({ code: 'custom', path: ['day', 'from'], message: 'Day 0 needs a course.' });
  });
export type ImportMapping = z.infer<typeof importMappingSchema>;

/** A mapping as far as it could be guessed from a file; what is null, a person has to say. */
export const guessedMappingSchema = z.object({
  ...parts,
  person: personSchema.nullable(),
  day: onDaySchema.nullable(),
  forms: formsSchema.nullable(),
});
export type GuessedMapping = z.infer<typeof guessedMappingSchema>;

/** Every column that a mapping reads, each once, in the order of the mapping. */
export function columnsOf(mapping: ImportMapping): readonly string[] {
  const { person, day: on, sequence, course, context, forms } = mapping;
  const named: readonly (string | null)[] = [
    person.column,
    person.familyName,
    person.givenName,
    person.birthDate?.column ?? null,
    person.sex?.column ?? null,
    on.kind === 'constant' ? null : on.column,
    sequence,
    course?.dayZero.kind === 'column' ? course.dayZero.column : null,
    course?.treatment.kind === 'column' ? course.treatment.column : null,
    context.kind === 'column' ? context.column : null,
    ...(forms.layout === 'long'
      ? [forms.instrument, forms.total]
      : forms.instruments.flatMap(({ items, difficulty, total }) => [...(items ?? []), difficulty, total])),
  ];
  return [...new Set(named.filter((name) => name !== null))];
}
