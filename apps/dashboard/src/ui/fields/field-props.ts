import type { ComponentProps, ReactNode } from 'react';

/** What every field says. */
export interface FieldWords {
  readonly label: ReactNode;
  /** Said under the label, before the person types. */
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

type Narrowed = 'size' | 'type' | 'required' | 'style' | 'disabled' | 'className';

export interface InputProps extends Omit<ComponentProps<'input'>, Narrowed>, FieldWords {
  readonly required?: boolean;
  readonly disabled?: boolean;
}

export interface SelectProps extends Omit<ComponentProps<'select'>, Narrowed>, FieldWords {
  readonly required?: boolean;
  readonly disabled?: boolean;
}

export interface TextAreaProps extends Omit<ComponentProps<'textarea'>, Narrowed>, FieldWords {
  readonly required?: boolean;
  readonly disabled?: boolean;
}
