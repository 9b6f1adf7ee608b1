import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../messages/patient-messages';
import { TextAreaField } from '../../ui/fields/text-field';
import styles from './own-form.module.css';

const longest = 4000;

interface NoteStepProps {
  /** What was written, or null for nothing. */
  readonly onDone: (note: string | null) => void;
}

/** A last word in one's own words, with who reads it and when. */
export function NoteStep({ onDone }: NoteStepProps) {
  const { t } = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  const [note, setNote] = useState('');
  useEffect(() => heading.current?.focus(), []);
  const written = note.trim();
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (written !== '') onDone(written);
      }}
    >
      <h1 ref={heading} tabIndex={-1} className={styles['text']}>
        {t('note.title')}
      </h1>
      <div className={styles['words']}>
        <TextAreaField
          label={t('note.label')}
          hint={t('note.whoReads')}
          error={written.length > longest ? t('note.tooLong') : undefined}
          rows={5}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      <div className={styles['bottom']}>
        <Button type="submit" size="md" disabled={written === '' || written.length > longest}>
          {t('note.send')}
        </Button>
        <Button variant="default" size="md" onClick={() => onDone(null)}>
          {t('note.nothing')}
        </Button>
      </div>
    </form>
  );
}
