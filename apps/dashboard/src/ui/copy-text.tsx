import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import styles from './copy-text.module.css';

interface CopyTextProps {
  readonly label: string;
  readonly text: string;
}

/** A text to be handed on, such as a link, and the button that copies it. */
export function CopyText({ label, text }: CopyTextProps) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <div className={styles['copy']}>
      <TextInput
        label={label}
        value={text}
        readOnly
        className={styles['text'] ?? ''}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button variant="default" onClick={copy}>
        Copy
      </Button>
      <span role="status">
        {state === 'copied' && 'Copied.'}
        {state === 'refused' && 'The browser did not let us copy: select the text and copy it.'}
      </span>
    </div>
  );
}
