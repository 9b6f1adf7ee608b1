import { Button } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import styles from './toast.module.css';

export function showToast(words: string, undo: () => void): void {
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

/** Where toasts appear. */
export function ToastStack() {
  return <Notifications position="bottom-center" containerWidth={420} data-screen-only />;
}
