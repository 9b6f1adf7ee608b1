import type { ImportCounts, ImportFinding } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';

/** What an import or a dry run did, in lines for the command line. */
export function importReport(counts: ImportCounts, findings: readonly ImportFinding[]): string {
  const { forms, patients, courses } = counts;
  const lines: [string, string][] = [
    ['Rows', number(counts.rows)],
    [
      'Forms',
      listed({
        new: forms.new,
        amended: forms.amended,
        unchanged: forms.unchanged,
        'repeated in the file': forms.repeated,
        'skipped, recorded already': forms.skipped,
        'without any answer': forms.unanswered,
      }),
    ],
    ...counts.instruments.map(({ instrument, ...kinds }): [string, string] => [
      getInstrument(instrument).name,
      listed({
        complete: kinds.complete,
        prorated: kinds.prorated,
        partial: kinds.partial,
        'totals only': kinds.imported,
      }),
    ]),
    ['Patients', listed({ new: patients.new, known: patients.known })],
    ['Courses', listed({ new: courses.new, known: courses.known })],
    [
      'Days',
      counts.firstDay === null ? 'none' : `${counts.firstDay} to ${counts.lastDay ?? counts.firstDay}`,
    ],
    ['Missing answers', missing(counts.missingAnswers.items)],
    ['  difficulty', missing(counts.missingAnswers.difficulty)],
    ['Item 9 above 0', `${number(counts.item9)} forms, marked as of long ago; nobody is paged`],
  ];
  if (patients.withoutName > 0)
    lines.push([
      'Without a name',
      `${number(patients.withoutName)} new patients, called by their record number`,
    ]);
  const body = lines.map(([name, value]) => `  ${name.padEnd(17)}${value}`).join('\n');
  return `${body}\n${findingLines(counts, findings)}`;
}

function findingLines(
  { findings: rules, refusedRows }: ImportCounts,
  findings: readonly ImportFinding[],
): string {
  if (rules.length === 0) return '';
  const heading = `  ${number(refusedRows)} rows are refused. Found in the rows:\n`;
  const counted = rules.map(({ rule, rows }) => `    ${number(rows).padStart(7)}  ${rule}\n`).join('');
  const first = findings
    .slice(0, 20)
    .map(({ line, field, level, message }) => `    line ${line}, ${field}, ${level}: ${message}\n`)
    .join('');
  return `${heading}${counted}${first}`;
}

function listed(kinds: Readonly<Record<string, number>>): string {
  const some = Object.entries(kinds).filter(([, count]) => count > 0);
  return some.length === 0 ? 'none' : some.map(([kind, count]) => `${number(count)} ${kind}`).join(', ');
}

function missing({ missing: empty, refused, notKnown }: ImportCounts['missingAnswers']['items']): string {
  return listed({ empty, refused, "don't know": notKnown });
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
