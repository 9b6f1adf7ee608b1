import { NativeSelect } from '@mantine/core';
import type { SelectProps } from './field-props';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

interface SelectFieldProps extends SelectProps {
  readonly options: readonly SelectOption[];
  /** What stands there while nothing is chosen; without it, the first option is chosen. */
  readonly empty?: string;
}

/** The platform's own select: searched by typing, right on a phone, known to every screen reader. */
export function SelectField({ label, hint, error, options, empty, ...select }: SelectFieldProps) {
  return (
    <NativeSelect {...select} label={label} description={hint} error={error}>
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </NativeSelect>
  );
}
