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
  readonly logged: LoggedInstrument;
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
  readonly logged: LoggedInstrument;
  readonly standing: FormStanding;
}

function Standing({ definition, logged, standing }: StandingProps) {
  switch (standing.kind) {
    case 'open':
      return standing.left === definition.itemCount ? (
        <span className={styles['soft']}>
          {logged.dueBecause === null ? 'Asked today' : `Due, ${logged.dueBecause}`}, {definition.itemCount}{' '}
          items
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
  const format = useFormat();
  const { baseline, previous } = logged;
  const words = changeWords(standing.total, logged);
  return (
    <span role="status">
      <Notation value={standing.total} was={baseline?.total ?? null} />
      {standing.band !== null && `, ${standing.band.label.toLowerCase()}`}
      {standing.prorated &&
        `, prorated from ${definition.itemCount - standing.declined.length} of ${definition.itemCount} items`}
      <span className={styles['soft']}>
        {words.length > 0 && `, ${words.join(', ')}`}
        {baseline === null
          ? '. No baseline.'
          : `. Baseline${baseline.prorated ? ' (prorated)' : ''} ${format.dayShort(baseline.onDate)}.`}
        {previous !== null &&
          previous.onDate !== baseline?.onDate &&
          ` Last ${previous.total}, ${format.dayShort(previous.onDate)}.`}
      </span>
    </span>
  );
}
