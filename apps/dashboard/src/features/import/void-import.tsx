import type { ImportBatch, VoidedImport } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { voidImport } from '../../api/imports';
import { useCurrentClinic } from '../../api/current-clinic';
import { useDeed } from '../../api/use-deed';
import { Callout } from '../../ui/callout';
import { useFormat, type Format } from '../../ui/format-context';
import { ReasonDialog } from '../../ui/reason-dialog';

interface VoidImportProps {
  readonly batch: ImportBatch;
  readonly onVoided: (outcome: VoidedImport) => void;
}

/** Takes an import out of the record, or throws away a file that was never imported. */
export function VoidImport({ batch, onVoided }: VoidImportProps) {
  const { slug } = useCurrentClinic();
  const [asking, setAsking] = useState(false);
  const isImported = batch.state === 'imported';
  const remove = useDeed((reason: string, key: string) => voidImport(slug, batch.id, reason, key), {
    refresh: ['clinic', slug],
    onDone: (outcome) => {
      setAsking(false);
      onVoided(outcome);
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {isImported ? 'Void this import' : 'Throw the file away'}
      </Button>
      <ReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={isImported ? 'Void this import?' : 'Throw this file away?'}
        consequence={
          isImported
            ? 'Everything it brought leaves every chart and rate. It stays in the history, with your reason. Patients and courses that something else stands on are left.'
            : 'Nothing of it is in the record. The file is emptied; upload it again to import it.'
        }
        confirm={isImported ? 'Void the import' : 'Throw away'}
        suggestions={
          isImported ? ['The wrong file.', 'The wrong mapping.'] : ['The wrong file.', 'Not needed.']
        }
        pending={remove.isPending}
        error={remove.error}
        onConfirm={(reason) => remove.mutate(reason)}
      />
    </>
  );
}

/** What voiding took out, and what it had to leave. */
export function VoidedWords({ outcome }: { readonly outcome: VoidedImport }) {
  const format = useFormat();
  const { takenOut, restored, kept } = outcome;
  const left = wordsOf(kept, format);
  return (
    <Callout tone="note" live>
      Taken out: {wordsOf(takenOut, format) ?? 'nothing'}.
      {restored > 0 && ` ${format.number(restored)} amended forms say again what they said before.`}
      {left !== null && ` Left, because something else stands on them or someone changed them: ${left}.`}
    </Callout>
  );
}

function wordsOf({ forms, courses, patients }: VoidedImport['takenOut'], format: Format): string | null {
  const kinds = [
    [forms, 'forms'],
    [courses, 'courses'],
    [patients, 'patients'],
  ] as const;
  const some = kinds.filter(([count]) => count > 0);
  return some.length === 0
    ? null
    : some.map(([count, words]) => `${format.number(count)} ${words}`).join(', ');
}
