import type { DraftAnswers, LoggedInstrument } from '@courseline/contracts';
import type { Definition } from '@courseline/instruments';
import type { ReactNode } from 'react';
import { useFormat } from '../../ui/format-context';
import { InstrumentName } from '../../ui/instrument-mark';
import { Notation } from '../../ui/notation';
import { changeWords, formStanding, type FormStanding } from './form-standing';
import styles from './assessment-form.module.css';

interface FormHeaderProps {
  readonly definition: Definition;
  /** What it is compared with; null for a form that stands by itself. */
  readonly logged: LoggedInstrument | null;
  readonly answers: DraftAnswers;
  /** Who answered or entered, and when. */
  readonly by: string | null;
  readonly action: ReactNode;
}

/** One line a form: what it is, how far it is or what came out, who entered it. */
export function FormHeader({ definition, logged, answers, by, action }: FormHeaderProps) {
  const standing = formStanding(definition, answers);
  return (
    <div className={styles['header']}>
      <h3 className={styles['name']}>
        <InstrumentName instrument={definition.id} />
      </h3>
      <div className={styles['standing']}>
        <Standing definition={definition} logged={logged} standing={standing} />
      </div>
      {by !== null && <span className={styles['by']}>{by}</span>}
      {action}
    </div>
  );
}

interface StandingProps {
  readonly definition: Definition;
  readonly logged: LoggedInstrument | null;
  readonly standing: FormStanding;
}

function Standing({ definition, logged, standing }: StandingProps) {
  switch (standing.kind) {
    case 'open':
      return standing.left === definition.itemCount ? (
        <span className={styles['soft']}>
          {[dueWords(logged), `${definition.itemCount} items`].filter((part) => part !== null).join(', ')}
        </span>
      ) : (
        <span>
          <strong>{standing.sum}</strong> so far,{' '}
          {definition.itemCount - standing.left === standing.answered
            ? `${standing.answered} of ${definition.itemCount} answered`
            : `${standing.answered} answered, ${standing.left} left`}
        </span>
      );
    case 'partial':
      return (
        <span role="status">
          No total: {standing.answered} of {definition.itemCount} answered, declined{' '}
          {standing.declined.join(', ')}
        </span>
      );
    case 'scored':
      return <Scored definition={definition} logged={logged} standing={standing} />;
  }
}

interface ScoredProps extends Omit<StandingProps, 'standing'> {
  readonly standing: Extract<FormStanding, { kind: 'scored' }>;
}

function Scored({ definition, logged, standing }: ScoredProps) {
  return (
    <span role="status">
      <Notation value={standing.total} was={logged?.baseline?.total ?? null} />
      {standing.band !== null && `, ${standing.band.label.toLowerCase()}`}
      {standing.prorated &&
        `, prorated from ${definition.itemCount - standing.declined.length} of ${definition.itemCount} items`}
      {logged !== null && <Comparison total={standing.total} logged={logged} />}
    </span>
  );
}

function Comparison({ total, logged }: { readonly total: number; readonly logged: LoggedInstrument }) {
  const format = useFormat();
  const { baseline, previous } = logged;
  const words = changeWords(total, logged);
  return (
    <span className={styles['soft']}>
      {words.length > 0 && `, ${words.join(', ')}`}
      {baseline === null
        ? '. Nothing earlier to compare it with.'
        : `. Baseline${baseline.prorated ? ' (prorated)' : ''} ${format.dayShort(baseline.onDate)}.`}
      {previous !== null &&
        previous.onDate !== baseline?.onDate &&
        ` Last ${previous.total}, ${format.dayShort(previous.onDate)}.`}
    </span>
  );
}

function dueWords(logged: LoggedInstrument | null): string | null {
  if (logged === null) return null;
  return logged.dueBecause === null ? 'Asked today' : `Due, ${logged.dueBecause}`;
}
