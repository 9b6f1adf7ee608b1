import { Button } from '@mantine/core';
import type { OwnOverview } from '@courseline/contracts';
import { findInstrument } from '@courseline/instruments';
import { Link } from 'react-router';
import { useCurrentClinic } from '../../api/current-clinic';
import { useFormat } from '../../ui/format-context';
import { Section } from '../../ui/page';
import { minutesFor, ownName } from './own-words';
import styles from './own-record.module.css';

type DueQuestionsProps = Pick<OwnOverview, 'due' | 'nextQuestions'>;

/** What is asked now: one button, one set of questions after the other; and what comes next. */
export function DueQuestions({ due, nextQuestions }: DueQuestionsProps) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const [next] = due;
  if (next === undefined) {
    return (
      <Section title="Today">
        <p>
          {nextQuestions === null
            ? 'No questions today. Thank you for answering.'
            : `No questions now. The next ones, about ${listOf(nextQuestions.instruments)}, open ${format.nearMoment(nextQuestions.from)}.`}
        </p>
      </Section>
    );
  }
  const closes = due.length === 1 ? next.closesAt : null;
  const left = due.reduce((items, form) => items + form.itemCount - form.answered, 0);
  return (
    <Section title="Today">
      <div className={styles['due']}>
        <p>
          Questions about {listOf(due.map(({ instrument }) => instrument))}: about {minutesFor(left)}{' '}
          {minutesFor(left) === 1 ? 'minute' : 'minutes'}. You can stop and go on later.
          {closes !== null && ` They stay open until ${format.nearMoment(closes)}.`}
        </p>
        <Button component={Link} to={`/c/${slug}/me/questions`} size="md">
          {next.answered > 0 ? 'Go on' : 'Start'}
        </Button>
      </div>
    </Section>
  );
}

function listOf(instruments: readonly string[]): string {
  return instruments.map(about).join(', ');
}

function about(instrument: string): string {
  if (findInstrument(instrument)?.scored === false) return 'how you are right now';
  return ownName(instrument).replace(' score', '').toLowerCase();
}
