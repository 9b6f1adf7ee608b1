import { z } from 'zod';

/** A timestamp column as the answer gives it: an ISO string in UTC. */
export const moment = () => z.date().transform((at) => at.toISOString());
