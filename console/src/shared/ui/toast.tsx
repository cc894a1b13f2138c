import { useEffect, useState } from 'react';
import { Icon } from './Icon';
import styles from './ui.module.css';

type Toast = { id: number; text: string; bad: boolean };

let next = 1;
let show: ((toast: Toast) => void) | null = null;

/** Says in one line that something was done (or was not). Also read aloud. */
export function toast(text: string, { bad = false } = {}): void {
  show?.({ id: next++, text, bad });
}

export function Toasts() {
  const [toasts, setToasts] = useState<Toast[]>([]);
  useEffect(() => {
    show = (added) => {
      setToasts((all) => [...all.slice(-2), added]);
      setTimeout(() => setToasts((all) => all.filter((one) => one.id !== added.id)), added.bad ? 8000 : 4000);
    };
    return () => {
      show = null;
    };
  }, []);
  return (
    <div className={styles['toasts']} role="status" aria-live="polite">
      {toasts.map((one) => (
        <div key={one.id} className={styles['toast']}>
          <Icon name={one.bad ? 'warn' : 'check'} />
          {one.text}
        </div>
      ))}
    </div>
  );
}
