import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { InputProps } from './field-props';
import styles from './fields.module.css';

/** A password, to be seen on demand: who can read it types it right. */
export function PasswordField({ label, hint, error, ...input }: InputProps) {
  const [shown, setShown] = useState(false);
  return (
    <TextInput
      {...input}
      type={shown ? 'text' : 'password'}
      label={label}
      description={hint}
      error={error}
      autoCapitalize="none"
      spellCheck={false}
      rightSection={
        <button type="button" className={styles['reveal']} onClick={() => setShown(!shown)}>
          {shown ? 'Hide' : 'Show'}
          <span className="visually-hidden"> the password</span>
        </button>
      }
      rightSectionWidth="4rem"
    />
  );
}
