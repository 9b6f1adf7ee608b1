import type { CaseloadRow, CaseloadScore } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { Sparkline } from '../../charts/sparkline';
import { attentionWords } from '../../messages/attention-words';
import { classNames } from '../../ui/class-names';
import { DataTable, type Column } from '../../ui/data-table';
import { useFormat, type Format } from '../../ui/format-context';
import { Notation } from '../../ui/notation';
import { needsAttention, scoreOf } from './caseload-rows';
import { courseCell, nextCell, statusWords } from './caseload-words';
import styles from './caseload.module.css';

interface CaseloadTableProps {
  readonly rows: readonly CaseloadRow[];
  readonly today: string;
  readonly linkOf: (row: CaseloadRow) => string;
}

/** One line a patient; the whole line is a link, and the arrow keys move. */
export function CaseloadTable({ rows, today, linkOf }: CaseloadTableProps) {
  const format = useFormat();
  return (
    <DataTable
      caption="Patients, those who need someone first"
      rows={rows}
      rowKey={({ patientId }) => patientId}
      rowLink={linkOf}
      emphasised={needsAttention}
      columns={columnsOf(format, today)}
    />
  );
}

function columnsOf(format: Format, today: string): readonly [Column<CaseloadRow>, ...Column<CaseloadRow>[]] {
  const score = (instrument: string, isOnCard: boolean): Column<CaseloadRow> => ({
    id: instrument,
    header: getInstrument(instrument).name,
    cell: (row) => (
      <span className={classNames(needsAttention(row) && styles['notOnCard'])}>
        <ScoreCell score={scoreOf(row, instrument)} isNamed={isOnCard} />
      </span>
    ),
    card: isOnCard ? 'second' : 'hidden',
  });
  return [
    {
      id: 'name',
      header: 'Patient',
      cell: (row) => (
        <span className={styles['whole']}>
          {needsAttention(row) && '! '}
          {[row.familyName, row.givenName].filter((part) => part !== '').join(', ')}
        </span>
      ),
    },
    {
      id: 'course',
      header: 'Course',
      cell: (row) => (
        <span className={classNames(styles['whole'], needsAttention(row) && styles['notOnCard'])}>
          {courseCell(row, format)}
        </span>
      ),
    },
    {
      id: 'next',
      header: 'Next session',
      cell: (row) => <span className={styles['whole']}>{nextCell(row, format, today)}</span>,
      card: 'end',
    },
    score('phq-9', true),
    score('gad-7', false),
    score('pcl-5', false),
    { id: 'standing', header: 'Standing', cell: (row) => <Standing row={row} format={format} /> },
  ];
}

function ScoreCell({
  score,
  isNamed,
}: {
  readonly score: CaseloadScore | undefined;
  readonly isNamed: boolean;
}) {
  if (score === undefined) return null;
  const { instrument, latest, baseline, change, due, recent } = score;
  const { name, range } = getInstrument(instrument);
  if (latest === null) return <span className={styles['due']}>{due ? 'due' : 'no score'}</span>;
  return (
    <span className={styles['score']}>
      {isNamed && <span className={styles['cardOnly']}>{name}</span>}
      <span className={styles['value']}>
        <Notation value={latest.total} was={change === null ? null : baseline} />
      </span>
      <span className={styles['spark']}>
        <Sparkline instrument={instrument} totals={recent} maximum={range.max} />
      </span>
      {due && <span className={styles['due']}>due</span>}
    </span>
  );
}

function Standing({ row, format }: { readonly row: CaseloadRow; readonly format: Format }) {
  const [first, ...others] = row.attention;
  if (first !== undefined) {
    return (
      <span className={styles['reason']}>
        {attentionWords(first, format)}
        {others.length > 0 && <span className={styles['more']}> and {others.length} more</span>}
      </span>
    );
  }
  const [leading] = row.scores;
  return leading === undefined ? null : (
    <span className={classNames(styles['status'], styles['notOnCard'])}>{statusWords[leading.status]}</span>
  );
}
