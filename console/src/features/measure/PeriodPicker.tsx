import { Button, Popover, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../shared/mall';
import { isDay, lengthOf, type Period, type PeriodChoice } from '../../shared/period';
import { useWords } from '../../shared/words';
import styles from './measure.module.css';

/** The last 7 or 30 days, or two dates of one's own. */
export function PeriodPicker({ choice, period, today, onChoose }: { choice: PeriodChoice; period: Period; today: string; onChoose: (choice: PeriodChoice) => void }) {
  const { t } = useWords();
  const { span } = useFormat();
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState(period.from);
  const [to, setTo] = useState(period.to);
  const wrong = !isDay(from) || !isDay(to) ? t('period.missing') : from > to ? t('period.wrong') : lengthOf({ from, to }) > 400 ? t('period.long') : null;
  const choose = (value: string): void => {
    if (value !== 'custom') return onChoose({ kind: 'last', days: Number(value) });
    setFrom(period.from);
    setTo(period.to);
    setOpen(true);
  };
  return (
    <div className={styles['periods']}>
      <Popover opened={open} onChange={setOpen} trapFocus position="bottom-end" shadow="md" radius={8}>
        <Popover.Target>
          <SegmentedControl
            size="xs"
            aria-label={t('period.label')}
            value={choice.kind === 'custom' || open ? 'custom' : String(choice.days)}
            onChange={choose}
            onClick={(event) => {
              if (choice.kind === 'custom' && (event.target as HTMLElement).closest('label')?.textContent === t('period.custom')) choose('custom');
            }}
            data={[
              { value: '7', label: t('period.last7') },
              { value: '30', label: t('period.last30') },
              { value: 'custom', label: choice.kind === 'custom' ? span(choice.from, choice.to) : t('period.custom') },
            ]}
          />
        </Popover.Target>
        <Popover.Dropdown>
          <form
            className={styles['dates']}
            onSubmit={(event) => {
              event.preventDefault();
              if (wrong) return;
              setOpen(false);
              onChoose({ kind: 'custom', from, to });
            }}
          >
            <TextInput type="date" label={t('period.from')} value={from} max={today} onChange={(event) => setFrom(event.currentTarget.value)} />
            <TextInput type="date" label={t('period.to')} value={to} max={today} onChange={(event) => setTo(event.currentTarget.value)} error={wrong} />
            <Button type="submit" disabled={wrong !== null}>
              {t('action.apply')}
            </Button>
          </form>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
