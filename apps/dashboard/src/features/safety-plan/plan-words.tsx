import { safetyPlanHeadings, safetyPlanParts, type SafetyPlanPart } from '@courseline/contracts';
import styles from './safety-plan.module.css';

/** The parts of a plan that say something, each under its heading, in the patient's own words. */
export function PlanWords({ plan }: { readonly plan: Readonly<Record<SafetyPlanPart, string | null>> }) {
  return (
    <dl className={styles['plan']}>
      {safetyPlanParts.map((part) =>
        plan[part] === null ? null : (
          <div key={part}>
            <dt>{safetyPlanHeadings[part]}</dt>
            <dd>{plan[part]}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
