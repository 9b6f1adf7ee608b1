import type { CohortPeopleQuery, Rate } from '@courseline/contracts';
import { Link } from 'react-router';
import { useCurrentClinic } from '../../api/current-clinic';
import { useFormat } from '../../ui/format-context';
import { peopleAddress } from './cohort-address';
import { rateWords } from './cohort-words';

interface RateLinksProps {
  readonly rate: Rate;
  readonly asked: Omit<CohortPeopleQuery, 'part'>;
}

/** A rate in words that opens to the people in it, and to the others of whom it is a share. */
export function RateLinks({ rate, asked }: RateLinksProps) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const words = rateWords(rate, format.percent);
  return (
    <>
      {rate.x > 0 ? <Link to={peopleAddress(slug, asked)}>{words}</Link> : words}
      {rate.n > rate.x && (
        <Link to={peopleAddress(slug, { ...asked, part: 'without' })}>the other {rate.n - rate.x}</Link>
      )}
    </>
  );
}
