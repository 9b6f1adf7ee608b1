import { Button } from '@mantine/core';
import { useState } from 'react';
import { TextField } from '../../ui/fields/text-field';
import { WhenField } from './when-field';
import styles from './monitor.module.css';

interface WordsFormProps {
  readonly title: string;
  /** The fields in their order; the values come back so. */
  readonly fields: readonly {
    readonly label: string;
    readonly hint?: string;
    readonly optional?: boolean;
    readonly maxLength: number;
  }[];
  readonly save: string;
  readonly now: Date;
  /** Left out where the time is that of the entry itself. */
  readonly asksWhen?: boolean;
  readonly onSave: (values: readonly string[], at: Date) => void;
  readonly onCancel: () => void;
}

/** What is written in words. */
export function WordsForm({ title, fields, save, now, asksWhen = true, onSave, onCancel }: WordsFormProps) {
  const [ago, setAgo] = useState(0);
  const [values, setValues] = useState<readonly string[]>(() => fields.map(() => ''));
  const [checked, setChecked] = useState(false);
  const isMissing = (index: number) =>
    fields[index]?.optional !== true && (values[index] ?? '').trim() === '';
  return (
    <form
      className={styles['form']}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (!fields.some((_, index) => isMissing(index)))
          onSave(
            values.map((value) => value.trim()),
            new Date(now.getTime() - ago * 60_000),
          );
      }}
    >
      {asksWhen && <WhenField ago={ago} onChange={setAgo} now={now} />}
      {fields.map(({ label, hint, maxLength }, index) => (
        <TextField
          key={label}
          label={label}
          hint={hint}
          maxLength={maxLength}
          value={values[index] ?? ''}
          error={checked && isMissing(index) ? 'Needed.' : undefined}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setValues((before) => before.map((each, at) => (at === index ? value : each)));
          }}
        />
      ))}
      <div className={styles['formEnd']}>
        <Button type="submit" size="lg">
          {save}
        </Button>
        <Button variant="default" size="lg" onClick={onCancel}>
          Back
        </Button>
      </div>
    </form>
  );
}
