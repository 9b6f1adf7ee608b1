import type { SafetyRule } from '@courseline/contracts';
import { Dialog } from '../../ui/dialog';
import { useFormat } from '../../ui/format-context';
import { RuleForm } from './rule-form';
import styles from './worklist.module.css';

interface RuleDialogProps {
  readonly rule: SafetyRule;
  readonly onClose: () => void;
}

/** What a rule says, asks for and stands on, the clinic's numbers in it, and who changed them and why. */
export function RuleDialog({ rule, onClose }: RuleDialogProps) {
  const format = useFormat();
  return (
    <Dialog opened onClose={onClose} title={rule.title} size="lg">
      <dl className={styles['words']}>
        <dt>Fires</dt>
        <dd>{rule.trigger}</dd>
        <dt>Level</dt>
        <dd>{rule.level === 'red' ? 'Risk: at once' : 'Look at this'}</dd>
        <dt>Asks for</dt>
        <dd>{rule.handling}</dd>
        <dt>Source</dt>
        <dd>
          {rule.source}. <span className={styles['soft']}>Definition {rule.definition}.</span>
        </dd>
      </dl>
      {rule.parameters.length > 0 || rule.mayBeOff ? (
        <div className={styles['part']}>
          <RuleForm key={rule.version} rule={rule} onDone={onClose} />
        </div>
      ) : (
        <p className={styles['soft']}>This rule has no number to change and can never be switched off.</p>
      )}
      {rule.history.length > 0 && (
        <div className={styles['part']}>
          <h3>What the clinic changed</h3>
          <ol className={styles['history']}>
            {rule.history.map(({ n, enabled, parameters, reason, byName, at }) => (
              <li key={n}>
                {enabled ? 'On' : 'Off'}
                {rule.parameters.map(({ name, words, unit }) =>
                  parameters[name] === undefined
                    ? ''
                    : `, ${words.toLowerCase()} ${parameters[name]} ${unit}`,
                )}{' '}
                <span className={styles['soft']}>
                  {byName}, {format.nearMoment(at)}
                </span>
                <p className={styles['note']}>{reason}</p>
              </li>
            ))}
          </ol>
        </div>
      )}
    </Dialog>
  );
}
