import { changesBetween, type RevisionField } from './revision-changes';

interface Revision {
  readonly phone: string | null;
  readonly weeks: number | null;
}

const fields: readonly RevisionField<Revision>[] = [
  { label: 'Telephone', words: (revision) => revision.phone },
  { label: 'Weeks', words: (revision) => revision.weeks?.toString() ?? null },
];

describe('changes between revisions', () => {
  it('names each field that changed, and that it was or is missing', () => {
    expect(changesBetween({ phone: null, weeks: 4 }, { phone: '555-0100', weeks: null }, fields)).toEqual([
      'Telephone: 555-0100, was not recorded',
      'Weeks: not recorded, was 4',
    ]);
  });

  it('tells zero from missing', () => {
    expect(changesBetween({ phone: null, weeks: null }, { phone: null, weeks: 0 }, fields)).toEqual([
      'Weeks: 0, was not recorded',
    ]);
  });

  it('says nothing of the first revision and of one that changed nothing', () => {
    const same = { phone: '1', weeks: 2 };
    expect(changesBetween(undefined, same, fields)).toEqual([]);
    expect(changesBetween(same, { ...same }, fields)).toEqual([]);
  });
});
