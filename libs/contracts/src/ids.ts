import { z } from 'zod';

/** The id of a record: a UUID in lower case, as PostgreSQL prints it, so that equal ids are equal strings. */
export const id = () => z.uuid().lowercase();

/** The name of a clinic in addresses, such as `harbour-clinic`. */
export const slug = () =>
  z.string().regex(/^[a-z0-9][a-z0-9-]{1,62}$/, 'Lower-case letters, digits and hyphens, 2 to 63 of them.');

/** The path of every route that belongs to a clinic. */
export const clinicParamsSchema = z.strictObject({ clinic: slug() });
export type ClinicParams = z.infer<typeof clinicParamsSchema>;
