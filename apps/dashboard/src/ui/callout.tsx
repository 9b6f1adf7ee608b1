import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './callout.module.css';

interface CalloutProps {
  /** `risk` is risk to a person and the only red there is; `attention` is bold words; `note` is plain. */
  readonly tone: 'note' | 'attention' | 'risk';
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** Read out when it appears: for what follows an act, not for what stood there on arrival. */
  readonly live?: boolean;
}

export function Callout({ tone, children, actions, live = false }: CalloutProps) {
  return (
    <div
      className={classNames(styles['callout'], tone !== 'note' && styles[tone])}
      role={live ? 'alert' : undefined}
    >
      <div className={styles['words']}>
        {tone === 'risk' && <span className={styles['tag']}>RISK </span>}
        {tone === 'attention' && '! '}
        {children}
      </div>
      {actions}
    </div>
  );
}
