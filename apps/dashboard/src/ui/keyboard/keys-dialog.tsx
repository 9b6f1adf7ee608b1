import { Fragment } from 'react';
import { Dialog } from '../dialog';
import styles from './keys-dialog.module.css';
import { useShortcutList, useSingleKeys } from './use-shortcut';

interface KeysDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function KeysDialog({ opened, onClose }: KeysDialogProps) {
  const shortcuts = useShortcutList();
  const [on, setOn] = useSingleKeys();
  const groups = [...new Set(shortcuts.map((shortcut) => shortcut.group))];
  return (
    <Dialog opened={opened} onClose={onClose} title="Keys">
      {groups.map((group) => (
        <section key={group} aria-label={group}>
          <h3 className={styles['group']}>{group}</h3>
          <dl className={styles['keys']}>
            {shortcuts
              .filter((shortcut) => shortcut.group === group)
              .map((shortcut) => (
                <div key={`${shortcut.keys} ${shortcut.does}`} className={styles['row']}>
                  <dt>
                    <Keys keys={shortcut.keys} />
                  </dt>
                  <dd>{shortcut.does}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <label className={styles['switch']}>
        <input type="checkbox" checked={on} onChange={(event) => setOn(event.currentTarget.checked)} />
        Single keys are on. They never act while you type in a field.
      </label>
    </Dialog>
  );
}

function Keys({ keys }: { readonly keys: string }) {
  return keys.split(' ').map((key, index) => (
    <Fragment key={`${index} ${key}`}>
      {index > 0 && ' then '}
      <kbd>{key}</kbd>
    </Fragment>
  ));
}
