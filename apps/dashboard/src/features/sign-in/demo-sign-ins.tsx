import type { DemoSignIns } from '@courseline/contracts';
import styles from './demo-sign-ins.module.css';

interface DemoSignInsProps {
  readonly demo: DemoSignIns;
  readonly onChoose: (email: string, password: string) => void;
}

/** Who one can be in the demo; pressing a name fills in the form. */
export function DemoSignInList({ demo, onChoose }: DemoSignInsProps) {
  return (
    <section className={styles['demo']} aria-labelledby="demo-title">
      <h2 id="demo-title" className={styles['title']}>
        Demo: every clinic and person here is made up
      </h2>
      <ul className={styles['list']}>
        {demo.people.map((person) => (
          <li key={person.email}>
            <button
              type="button"
              className={styles['person']}
              onClick={() => onChoose(person.email, demo.password)}
            >
              <span>{person.name}</span>
              <span className={styles['as']}>{person.as}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
