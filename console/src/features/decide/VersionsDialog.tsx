import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../shared/mall';
import { DataTable } from '../../shared/ui/DataTable';
import { Empty } from '../../shared/ui/States';
import ui from '../../shared/ui/ui.module.css';
import { useWords } from '../../shared/words';
import styles from './decide.module.css';
import type { SettingsState } from './settings';

export function VersionsDialog({ server, readOnly, busy, onClose, onRollBack }: { server: SettingsState; readOnly: boolean; busy: boolean; onClose: () => void; onRollBack: (version: number) => void }) {
  const { t } = useWords();
  const { moment } = useFormat();
  const [asked, setAsked] = useState<number | null>(null);
  const rows = [...server.versions].sort((a, b) => b.version - a.version);
  return (
    <Modal opened onClose={onClose} title={<b>{t('versions.title')}</b>} size={600} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <p className={styles['dialogLead']}>{asked === null ? t('versions.lead') : t('versions.confirm', { version: asked })}</p>
      {asked !== null ? (
        <div className={styles['dialogActions']}>
          <Button variant="default" onClick={() => setAsked(null)}>
            {t('action.cancel')}
          </Button>
          <Button loading={busy} onClick={() => onRollBack(asked)} data-autofocus>
            {t('versions.confirm.do')}
          </Button>
        </div>
      ) : rows.length === 0 ? (
        <Empty>{t('versions.empty')}</Empty>
      ) : (
        <DataTable
          label={t('versions.title')}
          rows={rows}
          rowKey={(row) => String(row.version)}
          columns={[
            { head: t('versions.version'), cell: (row) => `v${row.version}` },
            { head: t('versions.at'), cell: (row) => moment(row.at) },
            { head: t('versions.by'), cell: (row) => row.by ?? '—' },
            {
              head: <span className="unseen">{t('versions.rollBack')}</span>,
              number: true,
              cell: (row) =>
                row.version === server.published.version ? (
                  <span className={ui['faint']}>{t('versions.now')}</span>
                ) : (
                  !readOnly && (
                    <Button variant="default" size="xs" aria-label={`${t('versions.rollBack')} v${row.version}`} onClick={() => setAsked(row.version)}>
                      {t('versions.rollBack')}
                    </Button>
                  )
                ),
            },
          ]}
        />
      )}
    </Modal>
  );
}
