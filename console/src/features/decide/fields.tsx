import { Switch, type SwitchProps } from '@mantine/core';
import { createContext, use, useId, type ReactNode } from 'react';
import { useWords } from '../../shared/words';
import styles from './decide.module.css';
import type { Settings } from './settings';
import type { Wrongs } from './validate';

/** What a part of the form needs: the settings, how to change them, and what is wrong where. */
export type Form = {
  settings: Settings;
  /** Changes a copy. */
  edit: (change: (settings: Settings) => void) => void;
  wrongs: Wrongs;
  /** What the server refused, by field; the text is already in words. */
  refused: Readonly<Record<string, string>>;
  readOnly: boolean;
};

const CurrentForm = createContext<Form | null>(null);

export function WithinForm({ form, children }: { form: Form; children: ReactNode }) {
  return <CurrentForm value={form}>{children}</CurrentForm>;
}

export function useForm(): Form {
  const form = use(CurrentForm);
  if (!form) throw new Error('a field stands outside of a form');
  return form;
}

/** What is wrong with the field at this path, in words, or null. */
export function useWrong(): (path: string) => string | null {
  const { t } = useWords();
  const { wrongs, refused } = useForm();
  return (path) => {
    const wrong = wrongs[path];
    return wrong ? t(wrong.word, wrong.values) : (refused[path] ?? null);
  };
}

/** A switch with what it does beside it. */
export function SwitchRow({ label, what, children, ...props }: { label: string; what?: ReactNode; children?: ReactNode } & SwitchProps) {
  const id = useId();
  const { readOnly } = useForm();
  return (
    <div className={styles['switchRow']}>
      <label htmlFor={id}>{label}</label>
      <Switch id={id} size="md" disabled={readOnly} aria-describedby={what ? `${id}-what` : undefined} {...props} />
      {what && <p id={`${id}-what`}>{what}</p>}
      {children}
    </div>
  );
}
