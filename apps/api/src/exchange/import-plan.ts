import { instrumentIdSchema, type ImportMapping } from '@courseline/contracts';
import { z } from 'zod';
import type { Sql } from '../database/sql.js';
import {
  countPlan,
  indexForms,
  indexPlan,
  planCourses,
  planEarlier,
  planForms,
  planPersons,
  refuseWholeLines,
  wantCourses,
  wantPersons,
} from './import-plan.sql.js';

const actions = ['new', 'amended', 'unchanged', 'repeated', 'skipped', 'refused'] as const;
const planCounts = z.object({
  actions: z.partialRecord(z.enum(actions), z.int()),
  refused_rows: z.int(),
  new_patients: z.int(),
  known_patients: z.int(),
  without_name: z.int(),
  new_courses: z.int(),
  known_courses: z.int(),
  instruments: z.array(
    z.object({
      instrument: instrumentIdSchema,
      complete: z.int(),
      prorated: z.int(),
      partial: z.int(),
      imported: z.int(),
    }),
  ),
  item_9: z.int(),
  first_day: z.string().nullable(),
  last_day: z.string().nullable(),
});
export type PlanCounts = z.infer<typeof planCounts>;

/** Decides, for all staged forms of a clinic at once, what becomes of each; nothing of the record is changed. */
export async function planImport(
  sql: Sql,
  clinicId: string,
  { source, duplicates, unknownPatients }: Pick<ImportMapping, 'source' | 'duplicates' | 'unknownPatients'>,
): Promise<PlanCounts> {
  await sql.execute(planPersons, [clinicId]);
  await sql.execute(planCourses, [clinicId]);
  await sql.execute(planEarlier, [clinicId, source]);
  await sql.execute(indexPlan);
  await sql.execute(planForms, [clinicId, duplicates.changed, duplicates.recorded, unknownPatients]);
  await sql.execute(refuseWholeLines);
  await sql.execute(indexForms);
  await sql.execute(wantPersons);
  await sql.execute(wantCourses);
  const [counts] = await sql.query(planCounts, countPlan);
  if (counts === undefined) throw new Error('The plan of an import was not counted.');
  return counts;
}
