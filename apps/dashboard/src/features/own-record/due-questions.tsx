import { Button } from '@mantine/core';
import type { DueForm } from '@courseline/contracts';
import { Link } from 'react-router';
import { useCurrentClinic } from '../../api/current-clinic';
import { Section } from '../../ui/page';
import { minutesFor, ownName } from './own-words';
import styles from './own-record.module.css';

/** What is asked today: one button, one set of questions after the other. */
export function DueQuestions({ due }: { readonly due: readonly DueForm[] }) {
  const { slug } = useCurrentClinic();
  const [next] = due;
  if (next === undefined) {
    return (
      <Section title="Today">
        <p>No questions today. Thank you for answering.</p>
      </Section>
    );
  }
  const left = due.reduce((items, form) => items + form.itemCount - form.answered, 0);
  return (
    <Section title="Today">
      <div className={styles['due']}>
        <p>
          Questions about {due.map((form) => about(form.instrument)).join(', ')}: about {minutesFor(left)}{' '}
          {minutesFor(left) === 1 ? 'minute' : 'minutes'}. You can stop and go on later.
        </p>
        <Button component={Link} to={`/c/${slug}/me/questions/${next.instrument}`} size="md">
          {next.answered > 0 ? 'Go on' : 'Start'}
        </Button>
      </div>
    </Section>
  );
}

function about(instrument: string): string {
  return ownName(instrument).replace(' score', '').toLowerCase();
}
