import type { CheckInOccurrenceOfCourse } from '@courseline/contracts';
import { Link } from 'react-router';
import { useCurrentClinic } from '../../api/current-clinic';
import { dayIn } from '../../ui/format';
import { useFormat } from '../../ui/format-context';
import styles from './check-ins.module.css';

const wayWords = {
  patient: 'by the patient',
  kiosk: 'on the tablet',
  staff: 'through staff',
  import: 'imported',
} as const;

/** What became of one form at one moment: the words first, what needs someone in bold. */
export function CheckInState({ occurrence }: { readonly occurrence: CheckInOccurrenceOfCourse }) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const { state, inHours, form, answeredLate, heldUntil, opensAt, dueAt, closesAt } = occurrence;
  switch (state) {
    case 'done':
      return form === null ? (
        <span>answered</span>
      ) : (
        <span>
          <Link to={`/c/${slug}/forms/${form.id}`}>
            {form.at === null ? format.dayShort(form.onDate) : format.nearMoment(form.at)}
          </Link>
          <span className={styles['soft']}>
            {' '}
            {wayWords[form.way]}
            {answeredLate && ', late'}
          </span>
        </span>
      );
    case 'missed':
      return <span className={styles['missed']}>missed</span>;
    case 'upcoming':
      return (
        <span className={styles['soft']}>
          opens{' '}
          {heldUntil === null && !inHours
            ? format.nearDay(dayIn(format.timeZone, new Date(opensAt)))
            : format.nearMoment(heldUntil ?? opensAt)}
        </span>
      );
    case 'due':
    case 'late':
      return (
        <span className={styles['open']}>
          {heldUntil !== null ? (
            `waits until ${format.nearMoment(heldUntil)}, a day after the dose`
          ) : state === 'due' ? (
            `due by ${format.nearMoment(dueAt)}`
          ) : (
            <>
              <span aria-hidden>! </span>
              {`late, open until ${format.nearMoment(closesAt)}`}
            </>
          )}
        </span>
      );
  }
}
