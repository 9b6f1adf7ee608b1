import type { Alert, Caseload } from '@courseline/contracts';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState } from '../../ui/states';
import { CaseloadFilters } from './caseload-filters';
import { shownCaseload, withAlerts } from './caseload-rows';
import { CaseloadTable } from './caseload-table';
import type { CaseloadView } from './caseload-view';
import styles from './caseload.module.css';

interface CaseloadSectionProps {
  readonly caseload: Caseload;
  /** Answers to item 9 that are open; empty while they are not known. */
  readonly alerts: readonly Alert[];
  readonly view: CaseloadView;
  readonly onView: (change: Partial<CaseloadView>) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Whether what is shown is the answer to a search. */
  readonly isSearch: boolean;
  readonly linkOf: (patientId: string) => string;
  readonly emptyActions?: ReactNode;
}

export function CaseloadSection(props: CaseloadSectionProps) {
  const { caseload, view, onView, isSearch } = props;
  const rows = withAlerts(caseload.rows, props.alerts);
  const shown = shownCaseload(rows, view, { today: caseload.today, isSearch });
  if (caseload.total === 0 && !isSearch && props.text === '') {
    return (
      <EmptyState title="Your patients will be here" actions={props.emptyActions}>
        Register a patient, or ask a colleague to put you on the care team of one: this list then says who
        comes next, how everybody is doing, and who needs someone.
      </EmptyState>
    );
  }
  return (
    <>
      <CaseloadFilters
        caseload={caseload}
        shown={shown}
        view={view}
        onView={onView}
        text={props.text}
        onText={props.onText}
      />
      {shown.rows.length === 0 ? (
        <EmptyState title="Nobody here">{noneWords(view, isSearch)}</EmptyState>
      ) : (
        <CaseloadTable
          rows={shown.rows}
          today={caseload.today}
          linkOf={({ patientId }) => props.linkOf(patientId)}
        />
      )}
      <div className={styles['foot']} role="status">
        {caseload.rows.length < caseload.total && (
          <p>
            The first {caseload.rows.length} of {caseload.total} patients. Search by name to find the others.
          </p>
        )}
        {shown.ended > 0 && (
          <p>
            {shown.ended === 1 ? 'One patient' : `${shown.ended} patients`} whose course has ended.{' '}
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => onView({ phase: 'ended', show: 'all' })}
            >
              Show them
            </Button>
          </p>
        )}
      </div>
    </>
  );
}

function noneWords(view: CaseloadView, isSearch: boolean): string {
  if (isSearch) return 'Nobody you may see matches. Try part of the family name, or the record number.';
  if (view.show === 'today') return 'No session is planned for today.';
  if (view.show === 'attention') {
    return 'None of the rules for attention fired. That is not to say that all is well.';
  }
  return 'No patient fits all of these filters. Take one of them away.';
}
