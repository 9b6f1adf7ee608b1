import type { ColumnProfile, GuessedMapping, ImportDetail, ImportMapping } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { checkImport, importQuery, importsKey, previewImport } from '../../api/imports';
import { useCurrentClinic } from '../../api/current-clinic';
import { Callout } from '../../ui/callout';
import { describeFailure } from '../../ui/failure-words';
import { Section } from '../../ui/page';
import { CommitPanel } from './commit-panel';
import { FindingsSection } from './findings-section';
import { ImportCountsView } from './import-counts';
import styles from './import.module.css';
import { MappingProvider } from './mapping-context';
import { draftOf, isSameMapping, readDraft, type DraftProblems, type MappingDraft } from './mapping-draft';
import { MappingForm } from './mapping-form';
import { PreviewPatients } from './preview-patients';

interface OpenImportProps {
  readonly detail: ImportDetail;
  readonly columns: readonly ColumnProfile[];
  readonly guess: { readonly origin: 'earlier-import' | 'columns'; readonly mapping: GuessedMapping };
}

const noProblems: DraftProblems = new Map();

/** A file on its way: columns, the first rows as patients, the dry run, the import. */
export function OpenImport({ detail, columns, guess }: OpenImportProps) {
  const { slug } = useCurrentClinic();
  const client = useQueryClient();
  const [draft, setDraft] = useState<MappingDraft>(() => detail.mapping ?? draftOf(guess.mapping));
  const [problems, setProblems] = useState(noProblems);
  const [asked, setAsked] = useState<'preview' | 'check'>('check');
  const preview = useMutation({
    mutationFn: (mapping: ImportMapping) => previewImport(slug, detail.id, mapping),
  });
  const check = useMutation({
    mutationFn: (mapping: ImportMapping) => checkImport(slug, detail.id, mapping),
    onSuccess: async (checked) => {
      client.setQueryData(importQuery(slug, detail.id).queryKey, checked);
      await client.invalidateQueries({ queryKey: [...importsKey(slug), detail.id, 'findings'] });
    },
  });
  const change = (part: Partial<MappingDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    preview.reset();
    if (problems.size > 0) setProblems(readDraft(next).problems);
  };
  const withMapping = (deed: 'preview' | 'check', use: (mapping: ImportMapping) => void) => () => {
    setAsked(deed);
    if (preview.isError) preview.reset();
    if (check.isError) check.reset();
    const read = readDraft(draft);
    setProblems(read.problems);
    if (read.mapping !== null) use(read.mapping);
  };
  const isStale = !isSameMapping(detail.mapping, readDraft(draft).mapping);
  return (
    <>
      <Section title="Columns" lead={originWords(detail, guess.origin)}>
        <MappingProvider value={{ draft, columns, problems, change }}>
          <MappingForm />
        </MappingProvider>
      </Section>
      <Section
        title="The first rows, as patients"
        lead="How the first 20 rows would be read. Nothing is kept."
        actions={
          <Button
            variant="default"
            loading={preview.isPending}
            onClick={withMapping('preview', (mapping) => preview.mutate(mapping))}
          >
            Show the first rows
          </Button>
        }
      >
        {asked === 'preview' && <Obstacle problems={problems} error={preview.error} />}
        {preview.data !== undefined && <PreviewPatients preview={preview.data} />}
      </Section>
      <Section title="Dry run" lead="Reads the whole file against the record, and changes nothing.">
        <div className={styles['acts']}>
          <Button
            variant={detail.counts === null || isStale ? 'filled' : 'default'}
            loading={check.isPending}
            onClick={withMapping('check', (mapping) => check.mutate(mapping))}
          >
            {detail.counts === null ? 'Make a dry run' : 'Make another dry run'}
          </Button>
          {check.isPending && <span role="status">Reading the file.</span>}
        </div>
        {asked === 'check' && <Obstacle problems={problems} error={check.error} />}
      </Section>
      {detail.counts !== null && (
        <>
          <Section title="What would happen">
            <ImportCountsView counts={detail.counts} done={false} />
            <CommitPanel batch={detail.id} counts={detail.counts} isStale={isStale} />
          </Section>
          <FindingsSection batch={detail.id} counts={detail.counts} />
        </>
      )}
    </>
  );
}

/** Why what was asked for did not happen, beside the button that asked. */
function Obstacle({ problems, error }: { readonly problems: DraftProblems; readonly error: Error | null }) {
  if (problems.size > 0) {
    const words = [...new Set(problems.values())].join(' ');
    return (
      <Callout tone="attention" live>
        The mapping is not whole yet: {words}
      </Callout>
    );
  }
  if (error === null) return null;
  const { title, advice } = describeFailure(error);
  return (
    <Callout tone="attention" live>
      {title} {advice}
    </Callout>
  );
}

function originWords({ mapping }: ImportDetail, origin: 'earlier-import' | 'columns'): string {
  if (mapping !== null) return 'As in the last dry run.';
  return origin === 'earlier-import'
    ? 'As in an earlier import of the same columns. Look whether it still fits.'
    : 'Guessed from the names and the cells of the columns. Look whether it is right.';
}
