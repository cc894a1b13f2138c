import { ActionIcon, Switch } from '@mantine/core';
import { useState, type DragEvent } from 'react';
import { Icon } from '../../shared/ui/Icon';
import { useWords } from '../../shared/words';
import { BlockFields } from './BlockFields';
import styles from './decide.module.css';
import { useForm, useWrong } from './fields';
import { pagesOf, type Page } from './pages';
import type { Block } from './settings';

/** The blocks of one page, to be moved, switched and filled. */
export function BlockList({ page }: { page: number }) {
  const { t } = useWords();
  const { settings, edit, readOnly } = useForm();
  const wrong = useWrong();
  const [held, setHeld] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const { at: path, blocks } = pagesOf(settings)[page] as Page;

  const move = (from: number, to: number): void => {
    const block = blocks[from];
    if (!block || to < 0 || to >= blocks.length || from === to) return;
    edit((s) => {
      const own = pagesOf(s)[page]?.blocks;
      const [moved] = own?.splice(from, 1) ?? [];
      if (moved) own?.splice(to, 0, moved);
    });
    setSaid(t('block.moved', { name: t(`block.${block.kind}`), n: to + 1 }));
  };
  const change = (i: number, to: (block: Block) => void): void => edit((s) => {
    const block = pagesOf(s)[page]?.blocks[i];
    if (block) to(block);
  });

  return (
    <>
      <ul className={styles['blocks']}>
        {blocks.map((block, i) => {
          const name = t(`block.${block.kind}`);
          const at = `${path}[${i}]`;
          const last = i === blocks.length - 1;
          return (
            <li
              key={block.kind}
              className={styles['block']}
              data-kind={block.kind}
              data-off={!block.on || undefined}
              data-held={held === i || undefined}
              data-over={(over === i && held !== i) || undefined}
              onDragOver={(event: DragEvent) => { if (held !== null) { event.preventDefault(); setOver(i); } }}
              onDrop={(event: DragEvent) => { event.preventDefault(); if (held !== null) move(held, i); setHeld(null); setOver(null); }}
            >
              <span className={styles['grip']} title={t('block.drag')} draggable={!readOnly} onDragStart={(event) => { event.dataTransfer.effectAllowed = 'move'; setHeld(i); }} onDragEnd={() => { setHeld(null); setOver(null); }}>
                <Icon name="grip" />
              </span>
              <div className={styles['blockName']}>
                <b>{name}</b>
                <span>{t(`block.${block.kind}.what`)}</span>
              </div>
              <div className={styles['moves']}>
                <ActionIcon variant="subtle" color="gray" size={36} disabled={readOnly || i === 0} aria-label={t('block.up', { name })} onClick={() => move(i, i - 1)}>
                  <Icon name="up" size={16} />
                </ActionIcon>
                <ActionIcon variant="subtle" color="gray" size={36} disabled={readOnly || last} aria-label={t('block.down', { name })} onClick={() => move(i, i + 1)}>
                  <Icon name="down" size={16} />
                </ActionIcon>
              </div>
              <Switch size="md" disabled={readOnly} checked={block.on} aria-label={t('block.on', { name })} onChange={({ currentTarget: { checked } }) => change(i, (b) => void (b.on = checked))} />
              {block.on && <BlockFields block={block} at={at} change={(to) => change(i, to)} />}
            </li>
          );
        })}
      </ul>
      {wrong(path) && <p className={styles['wrong']}>{wrong(path)}</p>}
      <span className="unseen" role="status">{said}</span>
    </>
  );
}
