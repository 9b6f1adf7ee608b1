import { assessmentContexts } from '@courseline/contracts';
import { SelectField } from '../../ui/fields/select-field';
import { CodesTable } from './codes-table';
import { ColumnField } from './column-field';
import { useMapping } from './mapping-context';
import type { MappingDraft } from './mapping-draft';

type Context = Extract<MappingDraft['context'], { kind: 'constant' }>['context'];

const words: Readonly<Record<Context, string>> = {
  unknown: 'Not known',
  'before-dose': 'Before a dose',
  'after-dose': 'After a dose: left out of trends',
  between: 'Between doses',
};
const options = [...assessmentContexts]
  .sort((a, b) => Number(b === 'unknown') - Number(a === 'unknown'))
  .map((value) => ({ value, label: words[value] }));

/** Whether forms were filled in before or after a dose. */
export function ContextFields() {
  const { draft, columns, change } = useMapping();
  const { context } = draft;
  const column = context.kind === 'column' ? columns.find(({ name }) => name === context.column) : undefined;
  return (
    <>
      <SelectField
        label="Before or after a dose"
        value={context.kind === 'column' ? 'column' : context.context}
        options={[...options, { value: 'column', label: 'A column says it' }]}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          change({
            context:
              chosen === 'column'
                ? { kind: 'column', column: '', codes: {} }
                : { kind: 'constant', context: chosen as Context },
          });
        }}
      />
      {context.kind === 'column' && (
        <ColumnField
          label="Column of before or after a dose"
          place="context.column"
          empty="Choose a column"
          value={context.column}
          onChange={(name) => change({ context: { kind: 'column', column: name, codes: {} } })}
        />
      )}
      {context.kind === 'column' && column !== undefined && (
        <CodesTable
          caption="Before or after a dose, in the file"
          empty="There are too many different cells for codes."
          codes={column.values ?? []}
          meaning={(code) => (
            <SelectField
              label=""
              aria-label={`${code} means`}
              empty="Choose"
              value={context.codes[code] ?? ''}
              options={options}
              onChange={(event) => {
                const codes = { ...context.codes, [code]: event.currentTarget.value as Context };
                change({ context: { ...context, codes } });
              }}
            />
          )}
        />
      )}
    </>
  );
}
