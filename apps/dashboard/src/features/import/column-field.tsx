import { SelectField } from '../../ui/fields/select-field';
import { useMapping } from './mapping-context';
import { problemAt } from './mapping-draft';

interface ColumnFieldProps {
  readonly label: string;
  /** The header of the chosen column; empty or null where none is. */
  readonly value: string | null;
  readonly onChange: (column: string) => void;
  /** What stands there while none is chosen. */
  readonly empty: string;
  /** Where the mapping says it. */
  readonly place: string;
}

/** One of the file's columns, with what stands in it. */
export function ColumnField({ label, value, onChange, empty, place }: ColumnFieldProps) {
  const { columns, problems } = useMapping();
  const chosen = columns.find(({ name }) => name === value);
  return (
    <SelectField
      label={label}
      hint={chosen === undefined ? undefined : exampleWords(chosen.examples)}
      error={problemAt(problems, place)}
      empty={empty}
      value={value ?? ''}
      options={columns.map(({ name }) => ({ value: name, label: name }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function exampleWords(examples: readonly string[]): string {
  return examples.length === 0 ? 'Every cell is empty.' : `For example ${examples.join(', ')}`;
}
