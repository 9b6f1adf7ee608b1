import { TextInput } from '@mantine/core';
import type { InputProps } from './field-props';
import styles from './fields.module.css';

interface NumberFieldProps extends InputProps {
  /** Stands in the field after the number, such as `kg`, and is read out with the label. */
  readonly unit?: string;
  /** Whole numbers only: brings the keypad without a decimal point. */
  readonly whole?: boolean;
}

/**
 * A number typed as text: no spinner, no change by the wheel, decimal point or comma. Read it with
 * `parseNumber`, as `register('weight', { setValueAs: parseNumber })`.
 */
export function NumberField({ label, hint, error, unit, whole = false, ...input }: NumberFieldProps) {
  return (
    <TextInput
      {...input}
      type="text"
      inputMode={whole ? 'numeric' : 'decimal'}
      autoComplete="off"
      label={
        unit === undefined ? (
          label
        ) : (
          <>
            {label}
            <span className="visually-hidden">, in {unit}</span>
          </>
        )
      }
      description={hint}
      error={error}
      rightSection={unit === undefined ? undefined : <span className={styles['unit']}>{unit}</span>}
      rightSectionWidth={unit === undefined ? undefined : `${unit.length + 2}ch`}
      rightSectionPointerEvents="none"
    />
  );
}
