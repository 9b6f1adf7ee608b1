import type { ImportBatch } from '@courseline/contracts';
import { DataTable, type Column } from '../../ui/data-table';
import { useFormat, type Format } from '../../ui/format-context';
import { batchWords } from './import-words';

interface ImportListProps {
  readonly imports: readonly ImportBatch[];
  readonly linkOf: (batch: ImportBatch) => string;
}

/** Every import there was, the newest first. */
export function ImportList({ imports, linkOf }: ImportListProps) {
  const format = useFormat();
  return (
    <DataTable
      caption="Imports"
      rows={imports}
      rowKey={({ id }) => id}
      rowLink={linkOf}
      columns={columnsFor(format)}
    />
  );
}

function columnsFor(format: Format): [Column<ImportBatch>, ...Column<ImportBatch>[]] {
  return [
    { id: 'file', header: 'File', cell: ({ fileName }) => fileName },
    { id: 'state', header: 'State', card: 'end', cell: batchWords },
    {
      id: 'forms',
      header: 'Forms',
      numeric: true,
      card: 'hidden',
      cell: ({ counts, importedAt }) =>
        counts === null || importedAt === null ? '' : format.number(counts.forms.new + counts.forms.amended),
    },
    {
      id: 'at',
      header: 'When',
      cell: ({ importedAt, createdAt }) => format.nearMoment(importedAt ?? createdAt),
    },
    { id: 'by', header: 'By', cell: ({ createdBy }) => createdBy.name ?? '' },
  ];
}
