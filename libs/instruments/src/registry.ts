import { cadss } from './cadss.js';
import { gad7 } from './gad-7.js';
import type { Definition } from './instrument.js';
import { madrs } from './madrs.js';
import { pcl5 } from './pcl-5.js';
import { phq4 } from './phq-4.js';
import { phq9 } from './phq-9.js';
import { qidsSr } from './qids-sr.js';
import { rightNow } from './right-now.js';

/**
 * Every version of every instrument the product can score or read. A new instrument is its file and its name
 * here; a new version of one stands before its older versions, which stay for assessments already stored.
 */
const registered = [phq9, gad7, pcl5, phq4, madrs, cadss, qidsSr, rightNow] as const;

export type InstrumentId = (typeof registered)[number]['id'];
export type InstrumentDefinition = Definition<InstrumentId>;

export const instruments: readonly InstrumentDefinition[] = registered;

/** The instruments that have a total: whatever is imported, charted against a baseline or counted in a rate. */
export const scoredInstruments: readonly InstrumentDefinition[] = instruments.filter(({ scored }) => scored);

/** Thrown when an instrument, or the asked-for version of it, is not in the registry. */
export class UnknownInstrumentError extends Error {
  constructor(
    readonly instrument: string,
    readonly version: string | undefined,
  ) {
    super(`No instrument "${instrument}"${version === undefined ? '' : ` in version "${version}"`}.`);
    this.name = 'UnknownInstrumentError';
  }
}

/**
 * The definition of an instrument in a version, in its newest version when none is named, or null when
 * there is none such. Ids are the exact registry ids ('phq-9'); nothing is guessed.
 */
export function findInstrument(id: string, version?: string): InstrumentDefinition | null {
  return (
    instruments.find(
      (definition) => definition.id === id && (version === undefined || definition.version === version),
    ) ?? null
  );
}

/** As `findInstrument`, but throws `UnknownInstrumentError` where there is none such. */
export function getInstrument(id: string, version?: string): InstrumentDefinition {
  const definition = findInstrument(id, version);
  if (definition === null) throw new UnknownInstrumentError(id, version);
  return definition;
}
