import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { uploadImport, importsKey } from '../../api/imports';
import { useCurrentClinic } from '../../api/current-clinic';
import { useDeed } from '../../api/use-deed';
import { Callout } from '../../ui/callout';
import { classNames } from '../../ui/class-names';
import { describeFailure } from '../../ui/failure-words';
import { useFormat } from '../../ui/format-context';
import styles from './import.module.css';

interface UploadDropProps {
  /** Bytes. */
  readonly largest: number;
  readonly onUploaded: (batch: string) => void;
}

/** Takes a file by a button or dropped on it. */
export function UploadDrop({ largest, onUploaded }: UploadDropProps) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const upload = useDeed((file: File, key: string) => uploadImport(slug, file, key), {
    refresh: importsKey(slug),
    onDone: ({ id }) => onUploaded(id),
  });
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    setTooLarge(file.size > largest);
    if (file.size <= largest) upload.mutate(file);
  };
  const megabytes = format.number(largest / 1_048_576);
  const failure = upload.error === null ? null : describeFailure(upload.error);
  return (
    <div
      className={classNames(styles['drop'], isOver && styles['over'])}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        hidden
        aria-label="CSV file"
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          // The same file may be chosen again after it was put right.
          event.currentTarget.value = '';
        }}
      />
      <Button loading={upload.isPending} onClick={() => input.current?.click()}>
        Choose a file
      </Button>
      <p>
        Or drop it here: CSV in UTF-8, its first line the names of the columns, up to {megabytes} MB. Larger
        files go by the command line. Nothing is imported yet; the file is kept encrypted for a week at most.
      </p>
      {tooLarge && (
        <Callout tone="attention" live>
          This file is larger than {megabytes} MB. Import it with the command line, or in parts.
        </Callout>
      )}
      {failure !== null && (
        <Callout tone="attention" live>
          {failure.title} {failure.advice}
        </Callout>
      )}
    </div>
  );
}
