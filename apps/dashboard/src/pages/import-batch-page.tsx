import type { ImportDetail, VoidedImport } from '@courseline/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { importQuery } from '../api/imports';
import { pathOf } from '../api/client';
import { useCurrentClinic } from '../api/current-clinic';
import { FindingsSection } from '../features/import/findings-section';
import { ImportCountsView } from '../features/import/import-counts';
import { batchWords } from '../features/import/import-words';
import { OpenImport } from '../features/import/open-import';
import { VoidedWords, VoidImport } from '../features/import/void-import';
import { useFormat, type Format } from '../ui/format-context';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader, Section } from '../ui/page';
import { LinesSkeleton } from '../ui/skeletons';
import { EmptyState } from '../ui/states';

/** One file, from its columns to the record, and out of it again. */
export function ImportBatchPage() {
  const { slug } = useCurrentClinic();
  const { batch = '' } = useParams();
  const detail = useQuery(importQuery(slug, batch));
  const format = useFormat();
  const [voided, setVoided] = useState<VoidedImport | null>(null);
  return (
    <Page>
      <PageHeader
        title={detail.data?.fileName ?? 'Import'}
        lead={
          <>
            {detail.data !== undefined && `${standingWords(detail.data, format)} `}
            <Link to={pathOf`/c/${slug}/imports`}>All imports</Link>
          </>
        }
        actions={
          detail.data !== undefined &&
          detail.data.state !== 'voided' && <VoidImport batch={detail.data} onVoided={setVoided} />
        }
      />
      <Loaded query={detail} skeleton={<LinesSkeleton lines={14} />}>
        {(data) => (
          <>
            {voided !== null && <VoidedWords outcome={voided} />}
            <Standing detail={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Standing({ detail }: { readonly detail: ImportDetail }) {
  const isOpen = detail.state === 'uploaded' || detail.state === 'checked';
  if (isOpen && detail.file !== null)
    return <OpenImport detail={detail} columns={detail.file.columns} guess={detail.file.guess} />;
  if (isOpen)
    return (
      <EmptyState title="The file is not kept any more">
        Files wait a week for their import. Upload it again to import it.
      </EmptyState>
    );
  if (detail.counts === null || detail.importedAt === null) return null;
  return (
    <>
      <Section title="What was imported">
        <ImportCountsView counts={detail.counts} done />
      </Section>
      <FindingsSection batch={detail.id} counts={detail.counts} />
    </>
  );
}

function standingWords(detail: ImportDetail, format: Format): string {
  const { createdBy, createdAt, importedAt, voidedBy, voidedAt, voidReason, file } = detail;
  const uploaded = `Uploaded ${format.nearMoment(createdAt)} by ${createdBy.name ?? 'someone'}.`;
  const rows = file === null ? '' : ` ${format.number(file.rows)} rows.`;
  const imported = importedAt === null ? '' : ` Imported ${format.nearMoment(importedAt)}.`;
  if (voidedAt === null) return `${capital(batchWords(detail))}. ${uploaded}${rows}${imported}`;
  const by = voidedBy?.name ?? 'someone';
  return `${capital(batchWords(detail))} ${format.nearMoment(voidedAt)} by ${by}: ${voidReason ?? ''} ${uploaded}${imported}`;
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
