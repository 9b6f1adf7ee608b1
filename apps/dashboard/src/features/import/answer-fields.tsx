import { missingKinds, type MissingKind } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Choice } from '../../ui/fields/choice';
import { SelectField } from '../../ui/fields/select-field';
import { TextField } from '../../ui/fields/text-field';
import { CodesTable } from './codes-table';
import styles from './import.module.css';
import { missingWords } from './import-words';
import { useMapping } from './mapping-context';
import type { MappingDraft } from './mapping-draft';

/** What cells of items mean that are not the answer itself. */
export function AnswerFields() {
  const { draft, change } = useMapping();
  const { codes, missing } = draft.answers;
  const [typed, setTyped] = useState('');
  const mean = (code: string, meaning: string | null) =>
    change({ answers: withMeaning(draft.answers, code, meaning) });
  const add = () => {
    if (typed.trim() !== '') mean(typed.trim(), 'missing');
    setTyped('');
  };
  return (
    <>
      <CodesTable
        caption="Codes in the items"
        empty="No codes: whole numbers are answers, and an empty cell is not answered."
        codes={[...Object.keys(codes), ...Object.keys(missing)]}
        meaning={(code) => (
          <span className={styles['codeMeaning']}>
            <SelectField
              label=""
              aria-label={`${code} means`}
              value={String(codes[code] ?? missing[code] ?? '')}
              options={meanings}
              onChange={(event) => mean(code, event.currentTarget.value)}
            />
            <Button variant="subtle" size="compact-sm" onClick={() => mean(code, null)}>
              Remove<span className="visually-hidden"> the code {code}</span>
            </Button>
          </span>
        )}
      />
      <div className={styles['adder']}>
        <TextField
          label="Another code"
          hint="As it stands in a cell, such as 99 or NA."
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button variant="default" onClick={add}>
          Add the code
        </Button>
      </div>
    </>
  );
}

const meanings = [
  ...missingKinds.map((kind) => ({ value: kind, label: missingWords[kind] })),
  ...[0, 1, 2, 3, 4].map((answer) => ({ value: String(answer), label: `the answer ${answer}` })),
];

/** The codes with another meaning for one of them, or without it. */
export function withMeaning(
  { codes, missing }: MappingDraft['answers'],
  code: string,
  meaning: string | null,
): MappingDraft['answers'] {
  const without = <Meaning,>(all: Readonly<Record<string, Meaning>>): Record<string, Meaning> =>
    Object.fromEntries(Object.entries(all).filter(([each]) => each !== code));
  const others = { codes: without(codes), missing: without(missing) };
  if (meaning === null) return others;
  const kind = missingKinds.find((each): each is MissingKind => each === meaning);
  return kind === undefined
    ? { ...others, codes: { ...others.codes, [code]: Number(meaning) } }
    : { ...others, missing: { ...others.missing, [code]: kind } };
}

/** What happens to forms that were there before. */
export function DuplicateFields() {
  const { draft, change } = useMapping();
  const { duplicates } = draft;
  return (
    <>
      <Choice
        label="A form that was imported before and says something else now"
        value={duplicates.changed}
        options={[
          { value: 'refuse', label: 'Is refused' },
          { value: 'amend', label: 'Is amended; the earlier answers stay in the history' },
        ]}
        onChange={(changed) => change({ duplicates: { ...duplicates, changed } })}
      />
      <Choice
        label="The record has a form of that instrument and day from elsewhere"
        value={duplicates.recorded}
        options={[
          { value: 'keep-both', label: 'Keep both, and say so' },
          { value: 'skip', label: 'Skip the row’s form' },
          { value: 'refuse', label: 'Refuse the row' },
        ]}
        onChange={(recorded) => change({ duplicates: { ...duplicates, recorded } })}
      />
    </>
  );
}
