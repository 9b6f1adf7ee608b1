import { instruments } from '@courseline/instruments';
import type { Client } from 'pg';

/** Thrown when an instrument changed its shape and kept its version: stored answers would no longer fit it. */
export class InstrumentChangedError extends Error {
  constructor(readonly instrument: string) {
    super(
      `${instrument} is not what it was when its answers were stored: a changed instrument needs a new version.`,
    );
    this.name = 'InstrumentChangedError';
  }
}

/** Tells the database the shape of every instrument version, against which it checks answers and totals. */
export async function seedInstrumentVersions(owner: Client): Promise<void> {
  for (const { id, version, itemCount, itemMaximum, range } of instruments) {
    const shape = [id, version, itemCount, itemMaximum, range.max];
    await owner.query(
      `insert into instrument_version values ($1, $2, $3, $4, $5) on conflict do nothing`,
      shape,
    );
    const { rowCount } = await owner.query(
      `select from instrument_version where instrument = $1 and version = $2
         and item_count = $3 and item_maximum = $4 and total_maximum = $5`,
      shape,
    );
    if (rowCount !== 1) throw new InstrumentChangedError(`${id} ${version}`);
  }
}
