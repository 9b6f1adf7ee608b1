import type { CourseCheckIns } from '@courseline/contracts';
import { anchorWords, instrumentList, windowRule, windowWords } from '../../messages/check-in-words';
import { useFormat } from '../../ui/format-context';
import { Section } from '../../ui/page';
import styles from './check-ins.module.css';

type Plan = CourseCheckIns['plan'];

/** The plan a course follows: whose it is, and each moment in words. */
export function PlanInWords({ plan }: { readonly plan: Plan }) {
  const format = useFormat();
  return (
    <Section title="The plan" lead={sourceWords(plan, format.moment)}>
      {plan.moments.length === 0 ? (
        <p>Nothing is asked.</p>
      ) : (
        <ul className={styles['moments']}>
          {plan.moments.map((moment) => (
            <li key={moment.id} className={styles['moment']}>
              <div>
                <div className={styles['name']}>
                  {moment.label}: {instrumentList(moment.instruments)}
                </div>
                <div className={styles['soft']}>
                  {anchorWords(moment.anchor)}. {windowWords(moment)}
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
      <p className={styles['rule']}>{windowRule}</p>
    </Section>
  );
}

function sourceWords({ source, changed }: Plan, moment: (at: string) => string): string {
  if (source === 'course' && changed !== null)
    return `This course has a plan of its own: ${changed.byName}, ${moment(changed.recordedAt)}: ${changed.reason}`;
  return source === 'template'
    ? 'The clinic’s plan, as it stood when the course was made.'
    : 'The plan a clinic begins with.';
}
