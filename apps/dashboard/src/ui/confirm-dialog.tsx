import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { Callout } from './callout';
import { describeFailure } from './failure-words';
import styles from './dialog.module.css';

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** A question: "Remove Dr Okafor from the staff?" */
  readonly title: string;
  /** What follows, in words. */
  readonly consequence: ReactNode;
  /** What the button does, as a verb: "Remove", never "OK". */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly pending?: boolean;
  readonly error?: unknown;
  /** Fields the act needs, such as a reason. */
  readonly children?: ReactNode;
}

export function ConfirmDialog({
  opened,
  onClose,
  title,
  consequence,
  confirm,
  onConfirm,
  pending = false,
  error = null,
  children,
}: ConfirmDialogProps) {
  const failure = error === null || error === undefined ? null : describeFailure(error);
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={styles['body']}>
        <div>{consequence}</div>
        {children}
        {failure !== null && (
          <Callout tone="attention" live>
            {failure.title} {failure.advice}
          </Callout>
        )}
        <div className={styles['actions']}>
          <Button onClick={onConfirm} loading={pending}>
            {confirm}
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </div>
    </Modal>
  );
}
