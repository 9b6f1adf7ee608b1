import { useCurrentClinic } from '../../api/current-clinic';
import { Section } from '../../ui/page';
import styles from './own-record.module.css';

/** The own record to take home, as a file for reading on and one for a spreadsheet. */
export function OwnDownload() {
  const { slug } = useCurrentClinic();
  return (
    <Section title="Your record to take home">
      <p>
        Your questionnaires, sessions and side effects, as they are kept here. Notes that your care team wrote
        are not in it; the clinic gives them to you when you ask.
      </p>
      <ul className={styles['downloads']}>
        <li>
          <a href={`/api/c/${slug}/me/download.json`} download>
            Everything (JSON)
          </a>
        </li>
        <li>
          <a href={`/api/c/${slug}/me/download.csv`} download>
            Questionnaires as a table (CSV)
          </a>
        </li>
      </ul>
    </Section>
  );
}
