/** How a field is called and how its value reads; null is a field that nobody filled in. */
export interface RevisionField<Revision> {
  readonly label: string;
  readonly words: (revision: Revision) => string | null;
}

/** What changed from one revision to the next, a line a field: "Telephone: 555-0100, was not recorded". */
export function changesBetween<Revision>(
  before: Revision | undefined,
  after: Revision,
  fields: readonly RevisionField<Revision>[],
): string[] {
  if (before === undefined) return [];
  return fields.flatMap(({ label, words }) => {
    const [was, is] = [words(before), words(after)];
    return was === is ? [] : [`${label}: ${is ?? 'not recorded'}, was ${was ?? 'not recorded'}`];
  });
}
