import type { ImportCounts } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { commitImport } from '../../api/imports';
import { useCurrentClinic } from '../../api/current-clinic';
import { useDeed } from '../../api/use-deed';
import { Callout } from '../../ui/callout';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { describeFailure } from '../../ui/failure-words';
import { useFormat } from '../../ui/format-context';
import { counted } from './import-words';
import styles from './import.module.css';

interface CommitPanelProps {
  readonly batch: string;
  readonly counts: ImportCounts;
  /** The mapping was changed after the dry run, so what it counted is not what would happen. */
  readonly isStale: boolean;
}

/** The import itself: everything, or everything but the refused rows once that is agreed to. */
export function CommitPanel({ batch, counts, isStale }: CommitPanelProps) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const commit = useDeed((leaveOut: number, key: string) => commitImport(slug, batch, leaveOut, key), {
    // What is imported shows in every chart and list of the clinic.
    refresh: ['clinic', slug],
    onDone: () => setAsking(false),
  });
  const { refusedRows, forms } = counts;
  const coming = forms.new + forms.amended;
  const rows = counted(refusedRows, 'row', 'rows', format.number(refusedRows));
  const brings = counted(coming, 'form', 'forms', format.number(coming));
  const failure = commit.error === null || asking ? null : describeFailure(commit.error);
  if (isStale)
    return <p className={styles['soft']}>The mapping was changed. Make another dry run before importing.</p>;
  if (coming === 0)
    return <p className={styles['soft']}>There is nothing to import: no row brings anything new.</p>;
  return (
    <>
      {refusedRows > 0 && (
        <Callout tone="attention">
          {rows} would be refused. Put the file right and upload it again, or import the rest.
        </Callout>
      )}
      <div className={styles['acts']}>
        {refusedRows === 0 ? (
          <Button loading={commit.isPending} onClick={() => commit.mutate(0)}>
            Import {brings}
          </Button>
        ) : (
          <Button variant="default" onClick={() => setAsking(true)}>
            Import the rest without the {rows}
          </Button>
        )}
        {commit.isPending && (
          <span role="status">
            Importing. A hundred thousand rows take about a minute; leave the page open.
          </span>
        )}
      </div>
      {failure !== null && (
        <Callout tone="attention" live>
          {failure.title} {failure.advice}
        </Callout>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Leave out ${rows}?`}
        consequence={`${brings} will be imported. The refused rows are not in the record; the list of them stays with the import.`}
        confirm="Import the rest"
        pending={commit.isPending}
        error={commit.error}
        onConfirm={() => commit.mutate(refusedRows)}
      />
    </>
  );
}
