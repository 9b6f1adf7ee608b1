import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import styles from './toast.module.css';

/** Says that something was done, with a way back: never for errors, and never for what stands on the page anyway. */
export function toastDone(words: string, undo: () => void): void {
  const id = notifications.show({
    message: (
      <span className={styles['toast']}>
        <span>{words}</span>
        <Button
          variant="transparent"
          className={styles['undo'] ?? ''}
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          Undo
        </Button>
      </span>
    ),
    autoClose: 10_000,
    withBorder: false,
    closeButtonProps: { 'aria-label': 'Close' },
    role: 'status',
  });
}
