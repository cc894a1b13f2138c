import { Tooltip } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { Icon } from './Icon';
import styles from './ui.module.css';

/** One thought of a screen, under its heading. */
export function Section({ title, lead, tools, children }: { title: ReactNode; lead?: ReactNode; tools?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['sectionHead']}>
        <div>
          <h2 className={styles['sectionTitle']} id={id}>
            {title}
          </h2>
          {lead && <p className={styles['sectionLead']}>{lead}</p>}
        </div>
        {tools && <div className={styles['tools']}>{tools}</div>}
      </div>
      {children}
    </section>
  );
}

/** What a word means, on hover, focus and touch. */
export function Help({ label, children }: { label: string; children: string }) {
  return (
    <Tooltip label={children} multiline maw={280}>
      <button type="button" className={styles['help']} aria-label={`${label}: ${children}`}>
        <Icon name="info" size={14} />
      </button>
    </Tooltip>
  );
}
