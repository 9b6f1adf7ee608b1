import type { ImportCounts, ImportFinding } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { findingsFile, findingsQuery } from '../../api/imports';
import { useCurrentClinic } from '../../api/current-clinic';
import { DataTable, type Column } from '../../ui/data-table';
import { useFormat } from '../../ui/format-context';
import { Loaded } from '../../ui/loaded';
import { Section } from '../../ui/page';
import { RowsSkeleton } from '../../ui/skeletons';
import { RulesFound } from './import-counts';
import styles from './import.module.css';

const pageSize = 50;

interface FindingsSectionProps {
  readonly batch: string;
  readonly counts: ImportCounts;
}

/** The rows that were refused or warned of: which line, which column, which rule. */
export function FindingsSection(props: FindingsSectionProps) {
  return props.counts.findings.length === 0 ? null : <FoundRows {...props} />;
}

function FoundRows({ batch, counts }: FindingsSectionProps) {
  const { slug } = useCurrentClinic();
  const [skip, setSkip] = useState(0);
  const findings = useQuery(findingsQuery(slug, batch, skip));
  const format = useFormat();
  return (
    <Section
      title="Found in the rows"
      lead={<RulesFound findings={counts.findings} />}
      actions={
        <Button component="a" variant="default" href={findingsFile(slug, batch)} download>
          Download as CSV
        </Button>
      }
    >
      <Loaded query={findings} skeleton={<RowsSkeleton rows={5} />}>
        {(page) => (
          <div aria-busy={findings.isPlaceholderData}>
            <DataTable
              caption="Refused rows and warnings"
              rows={page.findings}
              rowKey={(finding) => `${finding.line} ${finding.field} ${finding.rule}`}
              columns={columns}
            />
            {page.total > pageSize && (
              <nav className={styles['pages']} aria-label="Pages of findings">
                <Button variant="default" disabled={skip === 0} onClick={() => setSkip(skip - pageSize)}>
                  Earlier rows
                </Button>
                <span>
                  {format.number(skip + 1)} to {format.number(Math.min(skip + pageSize, page.total))} of{' '}
                  {format.number(page.total)}
                </span>
                <Button
                  variant="default"
                  disabled={skip + pageSize >= page.total}
                  onClick={() => setSkip(skip + pageSize)}
                >
                  Later rows
                </Button>
              </nav>
            )}
          </div>
        )}
      </Loaded>
    </Section>
  );
}

const columns: [Column<ImportFinding>, ...Column<ImportFinding>[]] = [
  {
    id: 'line',
    header: 'Line',
    fit: true,
    cell: ({ line }) => <span className={styles['line']}>Line {line}</span>,
  },
  { id: 'level', header: 'Kind', fit: true, card: 'end', cell: ({ level }) => level },
  { id: 'field', header: 'Column', fit: true, cell: ({ field }) => field },
  { id: 'message', header: 'What is wrong', cell: ({ message }) => message },
];
