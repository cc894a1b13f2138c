import { Button, Tabs, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { Section } from '../../shared/ui/Section';
import { useWords } from '../../shared/words';
import { BlockList } from './BlockList';
import styles from './decide.module.css';
import { useForm, useWrong } from './fields';
import { addPage, freeName, MOST_PAGES, pageAt, pagesOf } from './pages';
import type { Block } from './settings';

/** The mall's pages, one of which is being looked at: its name and its blocks. */
export function PageSection({ page, onPage }: { page: number; onPage: (page: number) => void }) {
  const { t } = useWords();
  const { settings, edit, readOnly, wrongs, refused } = useForm();
  const wrong = useWrong();
  const [said, setSaid] = useState('');
  const tabs = useRef<HTMLDivElement>(null);
  const pages = pagesOf(settings);
  const called = (i: number): string => (i === 0 ? t('pages.first') : pages[i]?.name || t('pages.unnamed'));
  const isWrong = (i: number): boolean => [...Object.keys(wrongs), ...Object.keys(refused)].some((path) => pageAt(path) === i);

  /** The button that was pressed may be gone: the focus goes to the page. */
  const turnTo = (to: number): void => {
    onPage(to);
    requestAnimationFrame(() => tabs.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };
  const add = (blocks?: Block[]): void => {
    edit((s) => addPage(s, blocks));
    setSaid(t('pages.added', { name: freeName(settings) }));
    turnTo(pages.length);
  };
  const remove = (): void => {
    edit((s) => void s.page.variants.splice(page - 1, 1));
    setSaid(t('pages.removed', { name: called(page) }));
    turnTo(page - 1);
  };
  return (
    <Section title={t('page.section.pages')} lead={t('page.section.pages.what')}>
      <Tabs value={String(page)} onChange={(value) => onPage(Number(value))} variant="none" keepMounted={false} className={styles['pages'] ?? ''}>
        <div className={styles['pageBar']}>
          <Tabs.List ref={tabs} aria-label={t('pages.label')} className={styles['pageTabs'] ?? ''}>
            {pages.map((_, i) => (
              <Tabs.Tab key={i} value={String(i)} className={styles['pageTab'] ?? ''} data-marked={isWrong(i) || undefined}>
                {called(i)}
                {isWrong(i) && <span> !</span>}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {!readOnly && pages.length < MOST_PAGES && (
            <Button variant="subtle" size="xs" onClick={() => add()}>
              {t('pages.add')}
            </Button>
          )}
        </div>
        <Tabs.Panel value={String(page)} className={styles['pagePanel'] ?? ''}>
          <div className={styles['pageHead']}>
            {page === 0 ? (
              <p>{t('pages.first.what')}</p>
            ) : (
              <TextInput
                label={t('pages.name')}
                description={t('pages.name.what')}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                autoCapitalize="none"
                autoComplete="off"
                spellCheck={false}
                disabled={readOnly}
                value={pages[page]?.name ?? ''}
                error={wrong(`page.variants[${page - 1}].name`)}
                onChange={({ currentTarget: { value } }) => edit((s) => { const own = s.page.variants[page - 1]; if (own) own.name = value; })}
              />
            )}
            {!readOnly && (
              <div className={styles['pageTools']}>
                {pages.length < MOST_PAGES && (
                  <Button variant="default" size="xs" onClick={() => add(pages[page]?.blocks)}>
                    {t('pages.copy')}
                  </Button>
                )}
                {page > 0 && (
                  <Button variant="default" size="xs" onClick={remove}>
                    {t('pages.remove')}
                  </Button>
                )}
              </div>
            )}
          </div>
          <BlockList page={page} />
        </Tabs.Panel>
      </Tabs>
      {wrong('page.variants') && <p className={styles['wrong']}>{wrong('page.variants')}</p>}
      <span className="unseen" role="status">{said}</span>
    </Section>
  );
}
