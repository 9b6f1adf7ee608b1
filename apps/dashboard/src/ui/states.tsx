import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { describeFailure } from './failure-words';
import styles from './states.module.css';

interface EmptyStateProps {
  /** What will be here. */
  readonly title: string;
  /** How to make it so. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <p className={styles['emptyTitle']}>{title}</p>
      <div className={styles['words']}>{children}</div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const failure = describeFailure(error);
  return (
    <div className={styles['empty']} role="alert">
      <p className={styles['emptyTitle']}>{failure.title}</p>
      <p className={styles['words']}>{failure.advice}</p>
      {onRetry !== undefined && failure.mayRetry && (
        <div className={styles['actions']}>
          <Button variant="default" onClick={onRetry}>
            Try again
          </Button>
        </div>
      )}
      {failure.reference !== null && (
        <p className={styles['reference']}>Reference for support: {failure.reference}</p>
      )}
    </div>
  );
}
