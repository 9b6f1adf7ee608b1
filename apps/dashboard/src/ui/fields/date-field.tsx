import { TextInput } from '@mantine/core';
import type { InputProps } from './field-props';

/** A calendar day as the browser asks for it; its value is `YYYY-MM-DD` or empty. */
export function DateField({ label, hint, error, ...input }: InputProps) {
  return <TextInput {...input} type="date" label={label} description={hint} error={error} />;
}

/** A time on the clinic's clock; its value is `HH:MM` or empty. */
export function TimeField({ label, hint, error, ...input }: InputProps) {
  return <TextInput {...input} type="time" label={label} description={hint} error={error} />;
}
