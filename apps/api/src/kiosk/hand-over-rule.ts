import {
  hasReadings,
  type HandOverHindrance,
  type SessionDraftValues,
  type VitalsRow,
} from '@courseline/contracts';

const FULLY_AWAKE = 5;
const NOT_DISSOCIATED = 0;

/** Whether anything in the draft says that the dose was begun. */
export function isDoseBegun({ plain }: Pick<SessionDraftValues, 'plain'>): boolean {
  return plain['started-at'] !== undefined || plain.dose !== undefined;
}

/**
 * Why a patient is not asked to fill in anything now: somebody sedated or dissociated gives answers that mean nothing,
 * and may not be able to refuse. Before the dose nothing is in the way. After it the last sedation reading must be 5
 * (MOAA/S: responds readily) and the last dissociation reading 0; where nobody has looked, nobody knows. Our own rule.
 */
export function hindranceOf(values: Pick<SessionDraftValues, 'plain' | 'vitals'>): HandOverHindrance | null {
  const rows = inOrder(values.vitals);
  const sedation = rows.findLast((row) => row.sedation !== undefined)?.sedation;
  const dissociation = rows.findLast((row) => row.dissociation !== undefined)?.dissociation;
  if (sedation !== undefined && sedation < FULLY_AWAKE) return 'sedated';
  if (dissociation !== undefined && dissociation > NOT_DISSOCIATED) return 'dissociated';
  if (!isDoseBegun(values)) return null;
  const after = inOrder(values.vitals, { afterDose: true });
  const looked =
    after.some((row) => row.sedation !== undefined) && after.some((row) => row.dissociation !== undefined);
  return looked ? null : 'not-looked-at-since-dose';
}

/** Rows with a time by it; those without one where the visit has them: before, at 40 minutes, further ones, end. */
function inOrder(vitals: SessionDraftValues['vitals'], { afterDose = false } = {}): readonly VitalsRow[] {
  return Object.entries(vitals)
    .filter(([name, row]) => hasReadings(row) && !(afterDose && name === 'before'))
    .map(([name, row]) => ({ row, place: placeOf(name), at: row.at }))
    .sort((a, b) => (a.at !== undefined && b.at !== undefined ? compare(a.at, b.at) : a.place - b.place))
    .map(({ row }) => row);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function placeOf(name: string): number {
  if (name === 'before') return 0;
  if (name === 'at-40-minutes') return 1;
  return name === 'end' ? 1_000 : 2 + Number(name.replace('other-', ''));
}
