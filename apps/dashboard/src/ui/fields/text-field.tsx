import { Textarea, TextInput } from '@mantine/core';
import type { InputProps, TextAreaProps } from './field-props';

export interface TextFieldProps extends InputProps {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search';
}

export function TextField({ label, hint, error, ...input }: TextFieldProps) {
  return <TextInput {...input} label={label} description={hint} error={error} />;
}

export function TextAreaField({ label, hint, error, rows = 3, ...input }: TextAreaProps) {
  return <Textarea {...input} rows={rows} label={label} description={hint} error={error} />;
}
