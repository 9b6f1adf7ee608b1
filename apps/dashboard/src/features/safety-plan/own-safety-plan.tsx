import { useQuery } from '@tanstack/react-query';
import { useCurrentClinic } from '../../api/current-clinic';
import { ownSafetyPlanQuery } from '../../api/safety-plans';
import { useFormat } from '../../ui/format-context';
import { Section } from '../../ui/page';
import { PlanWords } from './plan-words';
import styles from './safety-plan.module.css';

/**
 * A patient's own safety plan, to be read. Nothing while there is none or it does not come: the crisis lines beside
 * it wait for nothing. Who came by a link without a password does not see it.
 */
export function OwnSafetyPlan() {
  const { slug, byCheckIn } = useCurrentClinic();
  const format = useFormat();
  const own = useQuery({ ...ownSafetyPlanQuery(slug), enabled: !byCheckIn });
  const plan = own.data?.plan ?? null;
  if (plan === null) return null;
  return (
    <Section title="My safety plan" lead={`Written down with my clinic on ${format.day(plan.writtenOn)}.`}>
      <div className={styles['own']}>
        <PlanWords plan={plan} />
      </div>
    </Section>
  );
}
