import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { importsQuery } from '../api/imports';
import { pathOf } from '../api/client';
import { useCurrentClinic } from '../api/current-clinic';
import { ImportList } from '../features/import/import-list';
import { UploadDrop } from '../features/import/upload-drop';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader, Section } from '../ui/page';
import { RowsSkeleton } from '../ui/skeletons';
import { EmptyState } from '../ui/states';

/** Forms that were filled in elsewhere: a file comes in here, and every import that there was stands below. */
export function ImportPage() {
  const { slug } = useCurrentClinic();
  const navigate = useNavigate();
  const imports = useQuery(importsQuery(slug));
  const addressOf = (batch: string) => pathOf`/c/${slug}/imports/${batch}`;
  return (
    <Page>
      <PageHeader
        title="Import"
        lead="Brings forms that were filled in elsewhere into the record, all rows or none. An import can be voided."
      />
      <Loaded query={imports} skeleton={<RowsSkeleton rows={6} />}>
        {(data) => (
          <>
            <UploadDrop
              largest={data.largestUpload}
              onUploaded={(batch) => void navigate(addressOf(batch))}
            />
            <Section title="Imports">
              {data.imports.length === 0 ? (
                <EmptyState title="No import yet">
                  Each file stands here once it was uploaded: what it brought, who imported it, and the way to
                  void it.
                </EmptyState>
              ) : (
                <ImportList imports={data.imports} linkOf={({ id }) => addressOf(id)} />
              )}
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
