import { z } from 'zod';
import { closeSeal, openSeal, sealKey } from '../database/sealed-bytes.js';

const content = z.object({
  answers: z.array(z.number().int().nullable()),
  difficulty: z.number().int().nullable(),
  instrumentVersion: z.string(),
});
export type LateFormContent = z.infer<typeof content>;

interface LateFormPlace {
  readonly clinicId: string;
  readonly handOverId: string;
  readonly instrument: string;
}

/** Answers that came too late are closed to whoever only reads the database, and cannot be put under another form. */
export function sealLateForm(secret: string, place: LateFormPlace, form: LateFormContent): Buffer {
  return closeSeal(keyOf(secret, place), Buffer.from(JSON.stringify(form)), place.instrument);
}

/** Throws `BrokenSealError`. */
export function openLateForm(secret: string, place: LateFormPlace, sealed: Buffer): LateFormContent {
  return content.parse(JSON.parse(openSeal(keyOf(secret, place), sealed, place.instrument).toString()));
}

function keyOf(secret: string, { clinicId, handOverId }: LateFormPlace): Buffer {
  return sealKey(secret, `late form ${clinicId} ${handOverId}`);
}
