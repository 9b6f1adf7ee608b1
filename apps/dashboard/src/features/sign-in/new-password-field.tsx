import { passwordMinimumLength } from '@courseline/contracts';
import type { ComponentProps } from 'react';
import { PasswordField } from '../../ui/fields/password-field';

type NewPasswordFieldProps = Omit<ComponentProps<typeof PasswordField>, 'label' | 'hint' | 'autoComplete'> & {
  readonly label?: string;
};

/** One field with its text to be seen on demand: typing it twice only teaches to copy. */
export function NewPasswordField({ label = 'New password', ...field }: NewPasswordFieldProps) {
  return (
    <PasswordField
      {...field}
      label={label}
      hint={`At least ${passwordMinimumLength} characters. A sentence you remember is a good password.`}
      autoComplete="new-password"
    />
  );
}
