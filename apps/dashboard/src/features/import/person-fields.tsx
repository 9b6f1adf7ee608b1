import { sexes, type Sex } from '@courseline/contracts';
import { sexWords } from '../../messages/record-words';
import { Choice } from '../../ui/fields/choice';
import { SelectField } from '../../ui/fields/select-field';
import { TextField } from '../../ui/fields/text-field';
import { CodesTable } from './codes-table';
import { Beside } from './beside';
import { ColumnField } from './column-field';
import { DayFormatField } from './day-format-field';
import { useMapping } from './mapping-context';
import { problemAt, type MappingDraft } from './mapping-draft';

/** Whose row it is. */
export function PersonFields() {
  const { draft, columns, problems, change } = useMapping();
  const { person } = draft;
  const set = (part: Partial<MappingDraft['person']>) => change({ person: { ...person, ...part } });
  const orNull = (column: string) => (column === '' ? null : column);
  const birth = columns.find(({ name }) => name === person.birthDate?.column);
  const sexColumn = columns.find(({ name }) => name === person.sex?.column);
  return (
    <>
      <Beside>
        <ColumnField
          label="Record number"
          place="person.column"
          empty="Choose a column"
          value={person.column}
          onChange={(column) => set({ column })}
        />
        <TextField
          label="Put before each number"
          hint="Keeps the numbers of another system apart. May stay empty."
          error={problemAt(problems, 'person.prefix')}
          value={person.prefix}
          onChange={(event) => set({ prefix: event.currentTarget.value })}
        />
      </Beside>
      <Choice
        label="The record number is"
        value={person.shape}
        options={[
          { value: 'text', label: 'Text, as it stands' },
          { value: 'whole-number', label: 'A whole number: 93705.0 is 93705' },
        ]}
        onChange={(shape) => set({ shape })}
      />
      <Choice
        label="A record number that no patient here has"
        value={draft.unknownPatients}
        stacked
        options={[
          { value: 'refuse', label: 'Refuse the row', hint: 'It may be a slip of the pen.' },
          {
            value: 'make',
            label: 'Make a new patient',
            hint: 'Without a name in the file the record number stands for it.',
          },
        ]}
        onChange={(unknownPatients) => change({ unknownPatients })}
      />
      <Beside>
        <ColumnField
          label="Family name"
          place="person.familyName"
          empty="Not in the file"
          value={person.familyName}
          onChange={(column) => set({ familyName: orNull(column) })}
        />
        <ColumnField
          label="Given name"
          place="person.givenName"
          empty="Not in the file"
          value={person.givenName}
          onChange={(column) => set({ givenName: orNull(column) })}
        />
        <ColumnField
          label="Birth date"
          place="person.birthDate.column"
          empty="Not in the file"
          value={person.birthDate?.column ?? null}
          onChange={(column) =>
            set({ birthDate: column === '' ? null : { column, format: formatFor(columns, column) } })
          }
        />
        <ColumnField
          label="Sex"
          place="person.sex.column"
          empty="Not in the file"
          value={person.sex?.column ?? null}
          onChange={(column) => set({ sex: column === '' ? null : { column, codes: {} } })}
        />
      </Beside>
      {person.birthDate !== null && birth !== undefined && (
        <DayFormatField
          label="Birth dates are written"
          value={person.birthDate.format}
          onChange={(format) => set({ birthDate: { column: birth.name, format } })}
        />
      )}
      {person.sex !== null && sexColumn !== undefined && (
        <CodesTable
          caption="Codes for sex"
          empty="There are too many different cells for codes."
          codes={sexColumn.values ?? []}
          meaning={(code) => (
            <SelectField
              label=""
              aria-label={`${code} means`}
              empty="Choose"
              value={person.sex?.codes[code] ?? ''}
              options={sexes.map((sex) => ({ value: sex, label: sexWords[sex] }))}
              onChange={(event) => {
                const codes = { ...person.sex?.codes, [code]: event.currentTarget.value as Sex };
                set({ sex: { column: sexColumn.name, codes } });
              }}
            />
          )}
        />
      )}
    </>
  );
}

/** The first format in which all cells of the column can be read. */
export function formatFor(
  columns: readonly { readonly name: string; readonly dayFormats: readonly MappingFormat[] }[],
  column: string,
): MappingFormat {
  return columns.find(({ name }) => name === column)?.dayFormats[0] ?? 'year-month-day';
}

type MappingFormat = NonNullable<MappingDraft['person']['birthDate']>['format'];
