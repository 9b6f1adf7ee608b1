import { z } from 'zod';
import { instrumentIdSchema, scoreStatuses } from './assessments.js';
import { courseAgentSchema, courseRouteSchema } from './courses.js';
import { day, instant } from './dates.js';
import { clinicParamsSchema, id } from './ids.js';
import { dayFormatSchema, guessedMappingSchema, importMappingSchema } from './import-mapping.js';
import { findingLevels, importRuleSchema } from './import-rules.js';
import { authorSchema } from './revisions.js';

/** An upload waits, is checked by a dry run, is imported, and may be voided. */
export const importStates = ['uploaded', 'checked', 'imported', 'voided'] as const;
export const importStateSchema = z.enum(importStates);
export type ImportState = z.infer<typeof importStateSchema>;

/** The header that names the file of an upload, percent-encoded: names of files do not belong in addresses. */
export const FILE_NAME_HEADER = 'x-file-name';

const count = () => z.int().min(0);

const missingAnswersSchema = z.object({ missing: count(), refused: count(), notKnown: count() });

/** What a dry run found, or an import did. Forms are counted by what becomes of them. */
export const importCountsSchema = z.object({
  /** Of data, the header and blank rows left out. */
  rows: count(),
  refusedRows: count(),
  forms: z.object({
    new: count(),
    amended: count(),
    /** Imported before, and the same. */
    unchanged: count(),
    /** A second time in the file, and the same. */
    repeated: count(),
    /** The record has a form of that day from elsewhere, and the mapping says to skip. */
    skipped: count(),
    refused: count(),
    /** No item answered and no total: nothing to keep. */
    unanswered: count(),
  }),
  patients: z.object({
    new: count(),
    known: count(),
    /** Of the new ones: registered with the id in place of a name. */
    withoutName: count(),
  }),
  courses: z.object({ new: count(), known: count() }),
  /** The new and amended forms. */
  instruments: z.array(
    z.object({
      instrument: instrumentIdSchema,
      complete: count(),
      prorated: count(),
      partial: count(),
      imported: count(),
    }),
  ),
  /** Cells of items in the whole file that hold no answer, and why. */
  missingAnswers: z.object({ items: missingAnswersSchema, difficulty: missingAnswersSchema }),
  /** New and amended forms with item 9 above 0: they are marked in the history, and page nobody. */
  item9: count(),
  firstDay: day().nullable(),
  lastDay: day().nullable(),
  findings: z.array(z.object({ rule: importRuleSchema, rows: count() })),
});
export type ImportCounts = z.infer<typeof importCountsSchema>;

const batchFields = {
  id: id(),
  state: importStateSchema,
  fileName: z.string(),
  fileBytes: count(),
  /** Null until a mapping says it. */
  source: z.string().nullable(),
  createdBy: authorSchema,
  createdAt: instant(),
  importedAt: instant().nullable(),
  voidedBy: authorSchema.nullable(),
  voidedAt: instant().nullable(),
  voidReason: z.string().nullable(),
  /** Null before the first dry run. */
  counts: importCountsSchema.nullable(),
  /** Whether the file is still there to be checked and imported. */
  fileKept: z.boolean(),
};

export const importBatchSchema = z.object(batchFields);
export type ImportBatch = z.infer<typeof importBatchSchema>;

/** GET /api/c/:clinic/imports: the newest first. */
export const importListSchema = z.object({
  imports: z.array(importBatchSchema),
  /** Bytes. */
  largestUpload: z.int(),
});
export type ImportList = z.infer<typeof importListSchema>;

/** What the cells of a column look like, over the whole file. */
export const columnProfileSchema = z.object({
  name: z.string(),
  empty: count(),
  /** The first different ones. */
  examples: z.array(z.string()),
  /** All the different ones; null when there are many. */
  values: z.array(z.string()).nullable(),
  numeric: z.boolean(),
  /** How dates would have to be read, where all cells can be. */
  dayFormats: z.array(dayFormatSchema),
});
export type ColumnProfile = z.infer<typeof columnProfileSchema>;

/** GET /api/c/:clinic/imports/:batch, and the answer to POST /api/c/:clinic/imports (text/csv) */
export const importDetailSchema = z.object({
  ...batchFields,
  /** Of the last dry run or the import. */
  mapping: importMappingSchema.nullable(),
  /** Null when the file is not kept any more. */
  file: z
    .object({
      rows: count(),
      columns: z.array(columnProfileSchema),
      /** From an earlier import of the same columns, or from the names and cells of the columns. */
      guess: z.object({ origin: z.enum(['earlier-import', 'columns']), mapping: guessedMappingSchema }),
    })
    .nullable(),
});
export type ImportDetail = z.infer<typeof importDetailSchema>;

export const importParamsSchema = clinicParamsSchema.extend({ batch: id() });
export type ImportParams = z.infer<typeof importParamsSchema>;

/** POST …/preview and …/check */
export const importCheckSchema = z.strictObject({ mapping: importMappingSchema });
export type ImportCheck = z.infer<typeof importCheckSchema>;

export const importFindingSchema = z.object({
  /** Of the file, the header being line 1. */
  line: z.int(),
  /** The column, or the instrument. */
  field: z.string(),
  rule: importRuleSchema,
  level: z.enum(findingLevels),
  message: z.string(),
});
export type ImportFinding = z.infer<typeof importFindingSchema>;

/** The answer to POST …/preview: the first rows as the patients they become. */
export const importPreviewSchema = z.object({
  rows: count(),
  patients: z.array(
    z.object({
      mrn: z.string(),
      familyName: z.string(),
      givenName: z.string(),
      birthDate: day().nullable(),
      /** Registered already, perhaps by another name. */
      known: z.object({ familyName: z.string(), givenName: z.string() }).nullable(),
      courses: z.array(
        z.object({
          agent: courseAgentSchema,
          route: courseRouteSchema,
          name: z.string().nullable(),
          dayZero: day(),
        }),
      ),
      forms: z.array(
        z.object({
          line: z.int(),
          instrument: instrumentIdSchema,
          onDate: day(),
          /** Days from day 0 of its course. */
          day: z.int().nullable(),
          answers: z.array(z.int().nullable()).nullable(),
          total: z.int().nullable(),
          scoreStatus: z.enum(scoreStatuses),
          band: z.string().nullable(),
        }),
      ),
    }),
  ),
  findings: z.array(importFindingSchema),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** GET …/findings of the last dry run or the import; …/findings.csv gives all of them. */
export const findingsQuerySchema = z.strictObject({
  level: z.enum(findingLevels).optional(),
  skip: z.coerce.number().int().min(0).max(100_000).default(0),
});
export type FindingsQuery = z.infer<typeof findingsQuerySchema>;

export const findingsSchema = z.object({
  findings: z.array(importFindingSchema),
  /** All that are kept. A file with very many keeps the first ones; the counts are always of all. */
  total: count(),
});
export type Findings = z.infer<typeof findingsSchema>;

/**
 * POST …/commit. All rows or none: `leaveOut` is how many refused rows the person agreed to leave out, and the
 * import happens only when exactly so many are refused.
 */
export const importCommitSchema = z.strictObject({ leaveOut: count() });
export type ImportCommit = z.infer<typeof importCommitSchema>;

/** The answer to POST …/void: what the import brought and was left, because something else stands on it. */
export const voidedImportSchema = z.object({
  batch: importBatchSchema,
  takenOut: z.object({ forms: count(), courses: count(), patients: count() }),
  /** Amended forms that say again what they said before. */
  restored: count(),
  kept: z.object({ forms: count(), courses: count(), patients: count() }),
});
export type VoidedImport = z.infer<typeof voidedImportSchema>;
