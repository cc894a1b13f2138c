import { ActionIcon, Tooltip } from '@mantine/core';
import { csv, download } from '../csv';
import { useWords } from '../words';
import { Icon } from './Icon';

export function CsvButton({ name, rows }: { name: string; rows: () => (string | number | null)[][] }) {
  const { t } = useWords();
  return (
    <Tooltip label={t('action.csv')}>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`${t('action.csv')}: ${name}`} onClick={() => download(`${name}.csv`, csv(rows()))}>
        <Icon name="download" />
      </ActionIcon>
    </Tooltip>
  );
}
