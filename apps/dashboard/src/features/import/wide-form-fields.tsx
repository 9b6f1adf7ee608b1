import type { WideForm } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Choice } from '../../ui/fields/choice';
import { InstrumentMark } from '../../ui/instrument-mark';
import { Beside } from './beside';
import { ColumnField } from './column-field';
import styles from './import.module.css';
import { withItem } from './item-columns';
import { useMapping } from './mapping-context';
import { problemAt } from './mapping-draft';

interface WideFormFieldsProps {
  readonly form: WideForm;
  readonly place: string;
  readonly onChange: (form: WideForm) => void;
  readonly onRemove: () => void;
}

/** The columns of one instrument: its items, the question about difficulty, its total. */
export function WideFormFields({ form, place, onChange, onRemove }: WideFormFieldsProps) {
  const { problems, columns } = useMapping();
  // Where items are still to be chosen their lists stand open, and do not close under the hand that chooses.
  const [isOpen, setIsOpen] = useState(form.items?.includes('') ?? false);
  const definition = getInstrument(form.instrument);
  const asks = definition.extraItems.some(({ id }) => id === 'difficulty');
  const orNull = (column: string) => (column === '' ? null : column);
  const withItems = (wanted: boolean): WideForm =>
    wanted
      ? { ...form, items: definition.items.map(() => ''), total: orNull(form.total ?? '') }
      : { ...form, items: null, difficulty: null, total: form.total ?? '' };
  return (
    <fieldset className={styles['instrument']}>
      <legend className={styles['instrumentName']}>
        <InstrumentMark instrument={form.instrument} /> {definition.name}
      </legend>
      {!definition.totalOnly && (
        <Choice
          label={`What the file has of the ${definition.name}`}
          labelHidden
          value={form.items === null ? 'total' : 'items'}
          options={[
            { value: 'items', label: `Its ${definition.itemCount} items` },
            { value: 'total', label: 'Only the total' },
          ]}
          onChange={(what) => {
            setIsOpen(true);
            onChange(withItems(what === 'items'));
          }}
        />
      )}
      {form.items !== null && (
        <details
          className={styles['items']}
          open={isOpen || problemAt(problems, `${place}.items`) !== undefined}
          onToggle={(event) => setIsOpen(event.currentTarget.open)}
        >
          <summary>{itemsWords(form.items)}</summary>
          <div className={styles['itemColumns']}>
            {form.items.map((column, index) => (
              <ColumnField
                key={index}
                label={`Item ${index + 1}`}
                place={`${place}.items.${index}`}
                empty="Choose a column"
                value={column}
                onChange={(chosen) =>
                  onChange({
                    ...form,
                    items: withItem(
                      form.items ?? [],
                      index,
                      chosen,
                      columns.map(({ name }) => name),
                    ),
                  })
                }
              />
            ))}
          </div>
        </details>
      )}
      <Beside>
        {form.items !== null && asks && (
          <ColumnField
            label="Question about difficulty"
            place={`${place}.difficulty`}
            empty="Not in the file"
            value={form.difficulty}
            onChange={(column) => onChange({ ...form, difficulty: orNull(column) })}
          />
        )}
        <ColumnField
          label={form.items === null ? 'Total' : 'Total, to check the items against'}
          place={`${place}.total`}
          empty={form.items === null ? 'Choose a column' : 'Not in the file'}
          value={form.total}
          onChange={(column) => onChange({ ...form, total: form.items === null ? column : orNull(column) })}
        />
      </Beside>
      <div>
        <Button variant="subtle" size="compact-sm" onClick={onRemove}>
          Leave out {definition.name}
        </Button>
      </div>
    </fieldset>
  );
}

function itemsWords(items: readonly string[]): string {
  const first = items[0] ?? '';
  const last = items.at(-1) ?? '';
  return items.includes('') ? 'Choose the columns of the items' : `Items: ${first} to ${last}`;
}
