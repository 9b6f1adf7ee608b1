import { UNREAD_DAYS, type UnreadResults as Unread } from '@courseline/contracts';
import { useState } from 'react';
import { useCurrentClinic } from '../../api/current-clinic';
import { DataTable } from '../../ui/data-table';
import { useFormat } from '../../ui/format-context';
import { InstrumentName } from '../../ui/instrument-mark';
import { EmptyState } from '../../ui/states';
import styles from './worklist.module.css';

const shownFirst = 8;

/** Forms that patients sent and nobody has opened yet: opening one takes it off, under one's name. */
export function UnreadResults({ unread }: { readonly unread: Unread }) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const [showsAll, setShowsAll] = useState(false);
  if (unread.results.length === 0) {
    return (
      <EmptyState title="Every form was read">
        Forms that patients send stand here until someone of their care team opens them.
      </EmptyState>
    );
  }
  return (
    <>
      <DataTable
        caption="Forms nobody has read"
        rows={showsAll ? unread.results : unread.results.slice(0, shownFirst)}
        rowKey={({ assessmentId }) => assessmentId}
        rowLink={({ assessmentId }) => `/c/${slug}/forms/${assessmentId}`}
        columns={[
          { id: 'patient', header: 'Patient', cell: ({ patientName }) => patientName },
          {
            id: 'form',
            header: 'Form',
            cell: ({ instrument }) => <InstrumentName instrument={instrument} />,
          },
          {
            id: 'total',
            header: 'Score',
            numeric: true,
            card: 'end',
            cell: ({ total }) => total ?? 'not scored',
          },
          { id: 'sent', header: 'Sent', cell: ({ sentAt }) => format.nearMoment(sentAt) },
        ]}
      />
      {!showsAll && unread.results.length > shownFirst && (
        <button type="button" className={styles['button']} onClick={() => setShowsAll(true)}>
          Show all {unread.results.length}
        </button>
      )}
      {showsAll && unread.count > unread.results.length && (
        <p className={styles['soft']}>
          {unread.count} forms of the last {UNREAD_DAYS} days; the latest {unread.results.length} are shown.
        </p>
      )}
    </>
  );
}
