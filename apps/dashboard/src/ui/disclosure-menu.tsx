import { createContext, useContext, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { classNames } from './class-names';
import styles from './disclosure-menu.module.css';

const CloseMenu = createContext<() => void>(() => undefined);

interface DisclosureMenuProps {
  /** The words on the button. */
  readonly label: ReactNode;
  /** What is opened, for those who do not see it. */
  readonly name: string;
  readonly className?: string | undefined;
  /** `MenuGroup`s of `MenuLink`, `MenuButton` and `MenuRadio`. */
  readonly children: ReactNode;
}

/** A button that opens a panel of links and buttons under it. Escape, a press elsewhere and leaving it by Tab close it. */
export function DisclosureMenu({ label, name, className, children }: DisclosureMenuProps) {
  const [opened, setOpened] = useState(false);
  const panelId = useId();
  const around = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpened(false);
    button.current?.focus();
  };

  useEffect(() => {
    if (!opened) return undefined;
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && around.current?.contains(event.target) === false) setOpened(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpened(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('keydown', onKey);
    };
  }, [opened]);

  return (
    <div
      ref={around}
      className={classNames(styles['around'], className)}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget))
          setOpened(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className={styles['button']}
        aria-expanded={opened}
        aria-controls={panelId}
        onClick={() => setOpened(!opened)}
      >
        {label}
        <span className={styles['caret']} aria-hidden />
      </button>
      {opened && (
        <div id={panelId} className={styles['panel']} role="group" aria-label={name}>
          <CloseMenu value={close}>{children}</CloseMenu>
        </div>
      )}
    </div>
  );
}

interface MenuGroupProps {
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function MenuGroup({ label, className, children }: MenuGroupProps) {
  const id = useId();
  return (
    <div className={classNames(styles['group'], className)} role="group" aria-labelledby={id}>
      <p id={id} className={styles['label']}>
        {label}
      </p>
      {children}
    </div>
  );
}

interface MenuLinkProps {
  readonly to: string;
  readonly children: ReactNode;
}

export function MenuLink({ to, children }: MenuLinkProps) {
  return (
    <Link className={styles['row']} to={to} onClick={useContext(CloseMenu)}>
      {children}
    </Link>
  );
}

interface MenuButtonProps {
  readonly onPress: () => void;
  /** Leaves the menu open, to show in it what came of it. */
  readonly staysOpen?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function MenuButton({ onPress, staysOpen = false, className, children }: MenuButtonProps) {
  const close = useContext(CloseMenu);
  return (
    <button
      type="button"
      className={classNames(styles['row'], className)}
      onClick={() => {
        if (!staysOpen) close();
        onPress();
      }}
    >
      {children}
    </button>
  );
}

interface MenuRadioProps {
  readonly name: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

export function MenuRadio({ name, checked, onChoose, children }: MenuRadioProps) {
  return (
    <label className={styles['row']}>
      {children}
      <input type="radio" name={name} className={styles['radio']} checked={checked} onChange={onChoose} />
    </label>
  );
}
