import type { Band, Definition } from './instrument.js';

export type TotalRule = 'no-total' | 'total-not-whole' | 'total-out-of-range';

/** Thrown for a total the instrument cannot have; names the rule. */
export class TotalError extends Error {
  constructor(
    readonly rule: TotalRule,
    message: string,
  ) {
    super(message);
    this.name = 'TotalError';
  }
}

/**
 * Gives back a total that came without answers once it is known to be possible: a whole number in the
 * instrument's range, both ends included. Throws `TotalError` otherwise; nothing is rounded or clipped.
 */
export function checkImportedTotal(definition: Definition, total: number): number {
  const { name, range } = definition;
  if (!definition.scored)
    throw new TotalError('no-total', `${name} has no total: its items are read one by one.`);
  if (!Number.isInteger(total)) {
    throw new TotalError('total-not-whole', `A ${name} total is a whole number.`);
  }
  if (total < range.min || total > range.max) {
    throw new TotalError(
      'total-out-of-range',
      `A ${name} total lies from ${range.min} to ${range.max}, so it cannot be ${total}.`,
    );
  }
  return total;
}

/**
 * The severity band of a total, by the source in `definition.bandSource`; null for an instrument without
 * bands (PCL-5, CADSS). Throws `TotalError` for an impossible total, means included: a band is of one form.
 */
export function bandOf(definition: Definition, total: number): Band | null {
  const checked = checkImportedTotal(definition, total);
  return definition.bands.find((band) => checked <= band.to) ?? null;
}
