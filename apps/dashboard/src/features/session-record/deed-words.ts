import type { SessionRevision } from '@courseline/contracts';
import { sessionStateWords } from '../../messages/session-words';
import type { Format } from '../../ui/format-context';

export function isSigned(revision: SessionRevision | undefined): boolean {
  return revision !== undefined && revision.signedAt !== null;
}

/** What a version did: "Signed", "Amended", "Entered in error". */
export function deedWords(revision: SessionRevision, before: SessionRevision | undefined): string {
  if (revision.status === 'entered-in-error') return 'Entered in error';
  if (revision.status === 'belongs-to-another-patient') return 'Found to belong to another patient';
  if (isSigned(revision)) return isSigned(before) ? 'Amended' : before === undefined ? 'Entered' : 'Signed';
  if (before === undefined || before.state !== revision.state)
    return capital(sessionStateWords[revision.state]);
  return 'Planned anew';
}

/**
 * Who signed first and who changed it last, each with the time: "Signed by A, …. Amended by B, ….". Versions come
 * newest first; empty for a session nobody signed.
 */
export function deedsWords(revisions: readonly SessionRevision[], format: Format): string {
  const signed = revisions.findLast(isSigned);
  const [last] = revisions;
  if (signed === undefined || last === undefined) return '';
  const said = (what: string, name: string, at: string) =>
    `${what} by ${name === '' ? 'someone no longer known' : name}, ${format.moment(at)}.`;
  const signing = said('Signed', signed.signedByName ?? '', signed.signedAt ?? signed.recordedAt);
  if (last === signed) return signing;
  return `${signing} ${said(deedWords(last, revisions[1]), last.byName, last.recordedAt)}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
