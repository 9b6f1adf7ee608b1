import { Button } from '@mantine/core';
import type { SubmitEventHandler, ReactNode } from 'react';
import { Callout } from '../callout';
import styles from './fields.module.css';

interface FormProps {
  readonly onSubmit: SubmitEventHandler<HTMLFormElement>;
  readonly children: ReactNode;
  readonly label?: string;
}

/** Fields under each other at reading width; the browser's own checks are off, ours speak. */
export function Form({ onSubmit, children, label }: FormProps) {
  return (
    <form className={styles['form']} onSubmit={onSubmit} noValidate aria-label={label}>
      {children}
    </form>
  );
}

/** Fields that belong together, beside each other where there is room. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles['side']}>{children}</div>;
}

interface FormEndProps {
  /** What the button does, as a verb. */
  readonly submit: string;
  readonly pending: boolean;
  /** What belongs to no field: from `placeProblem`. */
  readonly problem?: string | null;
  readonly children?: ReactNode;
}

export function FormEnd({ submit, pending, problem = null, children }: FormEndProps) {
  return (
    <>
      {problem !== null && (
        <Callout tone="attention" live>
          {problem}
        </Callout>
      )}
      <div className={styles['formEnd']}>
        <Button type="submit" loading={pending}>
          {submit}
        </Button>
        {children}
      </div>
    </>
  );
}
