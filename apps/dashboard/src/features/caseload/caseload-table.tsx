import type { CaseloadScore } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { Sparkline } from '../../charts/sparkline';
import { attentionWords } from '../../messages/attention-words';
import { classNames } from '../../ui/class-names';
import { DataTable, type Column } from '../../ui/data-table';
import { useFormat, type Format } from '../../ui/format-context';
import { Notation } from '../../ui/notation';
import { needsAttention, scoreOf, type CaseloadLine } from './caseload-rows';
import { courseCell, item9Words, nextCell, statusWords } from './caseload-words';
import styles from './caseload.module.css';

interface CaseloadTableProps {
  readonly rows: readonly CaseloadLine[];
  readonly today: string;
  readonly linkOf: (row: CaseloadLine) => string;
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

function columnsOf(
  format: Format,
  today: string,
): readonly [Column<CaseloadLine>, ...Column<CaseloadLine>[]] {
  const score = (instrument: string, isOnCard: boolean): Column<CaseloadLine> => ({
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
          <Mark row={row} />
          {[row.familyName, row.givenName].filter((part) => part !== '').join(', ')}
        </span>
      ),
    },
    {
      id: 'course',
      header: 'Course',
      cell: (row) => (
        <span
          className={classNames(
            row.course?.phase != null && styles['whole'],
            needsAttention(row) && styles['notOnCard'],
          )}
        >
          {courseCell(row, format, today)}
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

/** Red is for risk to a person and stands with its word; anything else to look at has a mark without a hue. */
function Mark({ row }: { readonly row: CaseloadLine }) {
  if (row.alert?.level === 'red') return <strong className={styles['risk']}>RISK </strong>;
  return needsAttention(row) ? '! ' : null;
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

function Standing({ row, format }: { readonly row: CaseloadLine; readonly format: Format }) {
  const { alert, attention } = row;
  const risk = alert === null ? [] : [item9Words(alert)];
  const [first, ...others] = [...risk, ...attention.map((reason) => attentionWords(reason, format))];
  if (first !== undefined) {
    return (
      <span className={styles['reason']}>
        {alert?.level === 'red' ? <span className={styles['risk']}>{first}</span> : first}
        {others.length > 0 && <span className={styles['more']}> and {others.length} more</span>}
      </span>
    );
  }
  const [leading] = row.scores;
  return leading === undefined ? null : (
    <span className={classNames(styles['status'], styles['notOnCard'])}>{statusWords[leading.status]}</span>
  );
}
