import type { DraftChange, LoggedInstrument, SessionLog } from '@courseline/contracts';
import { equal, type DraftValue, type ShownField } from './draft-queue';

export type SignedSession = NonNullable<SessionLog['signed']>;
export type Amended = ReadonlyMap<string, DraftValue>;

/** The changes with more of them; one that is back at what was signed is none. */
export function amend(signed: SignedSession, amended: Amended, changes: readonly DraftChange[]): Amended {
  const next = new Map(amended);
  for (const { path, value } of changes) {
    next.delete(path);
    const known = signed.fields[path];
    const isRemoval = value === null && !path.startsWith('answers/');
    if (known === undefined ? !isRemoval : !equal(known, value)) next.set(path, value);
  }
  return next;
}

/** The session as it will read: what was signed, and over it what is being put right. */
export function amendedFields(
  signed: SignedSession,
  amended: Amended,
  me: { readonly id: string; readonly name: string },
): Readonly<Record<string, ShownField>> {
  const fields: Record<string, ShownField> = {};
  for (const [path, value] of Object.entries(signed.fields))
    if (!(amended.has(path) && amended.get(path) === null && !path.startsWith('answers/')))
      fields[path] = { value, by: '', byName: signed.byName, at: signed.at };
  for (const [path, value] of amended)
    if (value !== null || path.startsWith('answers/'))
      fields[path] = { value, by: me.id, byName: me.name, at: null };
  return fields;
}

/** Forms signed with this session can be put right with it; those answered elsewhere are amended there. */
export function instrumentsToAmend(log: SessionLog): readonly LoggedInstrument[] {
  const own = new Set(Object.values(log.signed?.assessmentIds ?? {}));
  return log.instruments.map((logged) => {
    const { answered, baseline } = logged;
    if (answered === null || !own.has(answered.assessmentId)) return logged;
    // A form that is itself the baseline is not held against what it said before.
    const isBaseline = baseline?.assessmentId === answered.assessmentId;
    return {
      ...logged,
      answered: null,
      due: true,
      dueBecause: null,
      baseline: isBaseline ? null : baseline,
    };
  });
}
