import { importRules, type ImportCounts } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { useFormat, type Format } from '../../ui/format-context';
import styles from './import.module.css';

interface ImportCountsViewProps {
  readonly counts: ImportCounts;
  /** Whether this has happened, or would. */
  readonly done: boolean;
}

/** What an import did, or a dry run says it would do. */
export function ImportCountsView({ counts, done }: ImportCountsViewProps) {
  const format = useFormat();
  return (
    <dl className={styles['facts']}>
      {factsOf(counts, done, format).map(([name, words]) => (
        <div key={name} className={styles['fact']}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function factsOf(counts: ImportCounts, done: boolean, format: Format): [string, string][] {
  const { forms, patients, courses, missingAnswers } = counts;
  const facts: [string, string][] = [
    [
      'Rows',
      listed(format, [
        [counts.rows, 'read'],
        [counts.refusedRows, done ? 'left out' : 'refused'],
      ]),
    ],
    [
      'Forms',
      listed(format, [
        [forms.new, 'new'],
        [forms.amended, 'amended'],
        [forms.unchanged, 'imported before and unchanged'],
        [forms.repeated, 'twice in the file'],
        [forms.skipped, 'skipped, recorded already'],
        [forms.unanswered, 'without any answer'],
      ]),
    ],
    ...counts.instruments.map(({ instrument, complete, prorated, partial, imported }): [string, string] => [
      getInstrument(instrument).name,
      listed(format, [
        [complete, 'complete'],
        [prorated, 'prorated'],
        [partial, 'partial, without a total'],
        [imported, 'totals only'],
      ]),
    ]),
    ['Patients', patientWords(patients, format)],
    [
      'Courses',
      listed(format, [
        [courses.new, 'new'],
        [courses.known, 'known'],
      ]),
    ],
  ];
  if (counts.firstDay !== null && counts.lastDay !== null)
    facts.push(['Days', `${format.day(counts.firstDay)} to ${format.day(counts.lastDay)}`]);
  const { refused, notKnown } = missingAnswers.items;
  if (refused + notKnown > 0)
    facts.push([
      'Answers missing',
      listed(format, [
        [refused, 'refused'],
        [notKnown, 'not known'],
      ]),
    ]);
  if (counts.item9 > 0)
    facts.push([
      'Item 9 above 0',
      `${format.number(counts.item9)} ${counts.item9 === 1 ? 'form' : 'forms'}: marked in the history, nobody is paged`,
    ]);
  return facts;
}

function patientWords(patients: ImportCounts['patients'], format: Format): string {
  const words = listed(format, [
    [patients.new, 'new'],
    [patients.known, 'known'],
  ]);
  if (patients.withoutName === 0) return words;
  return `${words}. ${format.number(patients.withoutName)} without a name: the record number stands for it`;
}

function listed(format: Format, kinds: readonly (readonly [number, string])[]): string {
  const some = kinds.filter(([count]) => count > 0);
  return some.length === 0
    ? 'none'
    : some.map(([count, words]) => `${format.number(count)} ${words}`).join(', ');
}

/** The rules that rows broke, with how many rows each, the commonest first. */
export function RulesFound({ findings }: Pick<ImportCounts, 'findings'>) {
  const format = useFormat();
  return (
    <ul>
      {findings.map(({ rule, rows }) => (
        <li key={rule}>
          {format.number(rows)} {rows === 1 ? 'row' : 'rows'}
          {importRules[rule].level === 'warning' ? ' (warning)' : ''}: {importRules[rule].words}
        </li>
      ))}
    </ul>
  );
}
