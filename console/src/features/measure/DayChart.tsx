import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useFormat } from '../../shared/mall';
import { useWords } from '../../shared/words';
import { Icon } from '../../shared/ui/Icon';
import type { Day } from './days';
import styles from './measure.module.css';
import { bandOf, SERIES, type SeriesName } from './series';

/** Something that happened on a day and may explain a change. */
export type Annotation = { day: string; text: string };

type Props = { days: Day[]; earlier: Day[] | null; figure: SeriesName; annotations: Annotation[]; dark: boolean };

/** One figure by day, the period before it on the same axis, and its uncertainty as a band. Read by hover, touch or arrow keys. */
export function DayChart({ days, earlier, figure, annotations, dark }: Props) {
  const { t, language } = useWords();
  const format = useFormat();
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const [at, setAt] = useState<number | null>(null);

  const series = SERIES[figure];
  const say = (value: number | null | undefined): string =>
    value == null ? '—' : series.unit === 'money' ? format.money(value) : series.unit === 'percent' ? format.percent(value) : series.unit === 'duration' ? format.duration(value) : format.count(value);
  const saying = useRef(say);
  saying.current = say;

  const bands = days.map((day) => bandOf(figure, day));
  const hasBand = bands.some((band) => band !== null);
  const drawn = JSON.stringify([days.map((day) => [day.day, series.of(day)]), earlier?.map((day) => series.of(day)), annotations, figure, language, dark]);

  useEffect(() => {
    const box = place.current;
    if (!box) return;
    const css = getComputedStyle(document.documentElement);
    const color = (name: string): string => css.getPropertyValue(name).trim();
    const axisText = (value: number): string => (series.unit === 'money' ? format.headline(value) : series.unit === 'percent' ? format.percent(value, 0) : saying.current(value));
    const xs = days.map((_, i) => i);
    const marks = annotations.map(({ day }) => days.findIndex((one) => one.day === day)).filter((i) => i >= 0);
    const font = `13px ${css.getPropertyValue('--mantine-font-family')}`;
    const few = days.length <= 14;
    const chart = new uPlot(
      {
        width: box.clientWidth,
        height: box.clientHeight,
        padding: [12, 24, 0, 0],
        legend: { show: false },
        cursor: {
          y: false,
          points: { size: (_, i) => (i <= 2 ? 8 : 0), fill: (_, i) => color(i === 1 ? '--accent' : '--compare'), stroke: () => color('--paper'), width: 2 },
          drag: { setScale: false, x: false, y: false },
          move: (u, left, top) => [left < 0 ? left : Math.round(u.valToPos(Math.min(days.length - 1, Math.max(0, Math.round(u.posToVal(left, 'x')))), 'x')), top],
        },
        scales: { x: { time: false, range: () => [-0.3, Math.max(days.length - 1, 0) + 0.3] }, y: { range: (_, min, max) => nice(min, max) } },
        axes: [
          {
            stroke: color('--ink-3'),
            font,
            grid: { show: false },
            ticks: { show: false },
            size: 28,
            splits: () => spread(days.length, Math.max(2, Math.floor(box.clientWidth / 92))),
            values: (_, splits) => splits.map((i) => (days[i] ? format.shortDay(days[i].day) : '')),
          },
          {
            stroke: color('--ink-3'),
            font,
            grid: { stroke: color('--line'), width: 1 },
            ticks: { show: false },
            gap: 8,
            size: (_, values) => Math.max(28, ...(values ?? []).map((text) => text.length * (language === 'ko' ? 8.6 : 7.6) + 12)),
            values: (_, splits) => splits.map((value) => (series.unit === 'count' && !Number.isInteger(value) ? '' : axisText(value))),
            space: 48,
            ...(series.unit === 'count' ? { incrs: WHOLE } : {}),
          },
        ],
        series: [
          {},
          { stroke: color('--accent'), width: 2, points: { show: few, size: 6, fill: color('--accent') } },
          { stroke: color('--compare'), width: 1.5, dash: [4, 4], points: { show: false } },
          { stroke: 'transparent', width: 0, points: { show: false } },
          { stroke: 'transparent', width: 0, points: { show: false } },
        ],
        bands: [{ series: [4, 3], fill: color('--accent') + '26' }],
        hooks: {
          setCursor: [(u) => setAt(u.cursor.idx ?? null)],
          drawAxes: [
            (u) => {
              const { ctx, bbox } = u;
              ctx.save();
              ctx.strokeStyle = color('--ink-3');
              ctx.lineWidth = devicePixelRatio;
              ctx.setLineDash([2 * devicePixelRatio, 3 * devicePixelRatio]);
              for (const i of marks) {
                const x = Math.round(u.valToPos(i, 'x', true));
                ctx.beginPath();
                ctx.moveTo(x, bbox.top);
                ctx.lineTo(x, bbox.top + bbox.height);
                ctx.stroke();
              }
              ctx.restore();
            },
          ],
        },
      },
      [
        xs,
        days.map((day) => series.of(day)),
        days.map((_, i) => (earlier?.[i] ? series.of(earlier[i]) : null)),
        bands.map((band) => band?.low ?? null),
        bands.map((band) => band?.high ?? null),
      ],
      box,
    );
    plot.current = chart;
    const fit = new ResizeObserver(() => chart.setSize({ width: box.clientWidth, height: box.clientHeight }));
    fit.observe(box);
    return () => {
      fit.disconnect();
      chart.destroy();
      plot.current = null;
    };
    // Everything the drawing depends on is in `drawn`.
  }, [drawn]);

  const read = at !== null && days[at] ? at : days.length - 1;
  const day = days[read];
  const before = earlier?.[read];
  const band = bands[read];
  const notes = day ? annotations.filter((note) => note.day === day.day) : [];
  const reading = day ? `${format.day(day.day)} ${t(series.word)} ${say(series.of(day))}` : '';

  const move = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -days.length, End: days.length }[event.key];
    const chart = plot.current;
    if (step === undefined || !chart) return;
    event.preventDefault();
    const next = Math.min(days.length - 1, Math.max(0, read + step));
    chart.setCursor({ left: chart.valToPos(next, 'x'), top: 1 });
  };

  return (
    <>
      <div className={styles['reading']}>
        <span>{day && format.day(day.day)}</span>
        <span className={styles['key']}>
          <Line solid />
          {t(series.word)} <b>{say(day && series.of(day))}</b>
        </span>
        {hasBand && band && (
          <span>
            {t('chart.band')} {say(band.low)} ~ {say(band.high)}
          </span>
        )}
        {before && (
          <span className={styles['key']}>
            <Line />
            {format.day(before.day)} <b>{say(series.of(before))}</b>
          </span>
        )}
        {notes.map((note) => (
          <span key={note.text} className={styles['key']}>
            <Icon name="history" size={14} />
            {note.text}
          </span>
        ))}
      </div>
      <div
        ref={place}
        className={styles['chart']}
        tabIndex={0}
        role="slider"
        aria-label={`${t(series.word)}, ${t('chart.title')}. ${t('chart.help')}`}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, days.length - 1)}
        aria-valuenow={read}
        aria-valuetext={reading}
        onKeyDown={move}
      />
    </>
  );
}

function Line({ solid = false }: { solid?: boolean }) {
  return (
    <svg width="18" height="8" aria-hidden>
      <line x1="0" x2="18" y1="4" y2="4" stroke={solid ? 'var(--accent)' : 'var(--compare)'} strokeWidth={solid ? 2.5 : 2} strokeDasharray={solid ? undefined : '4 3'} />
    </svg>
  );
}

/** Steps of an axis that counts. */
const WHOLE = [0, 1, 2, 3, 4, 5, 6].flatMap((n) => [1, 2, 5].map((m) => m * 10 ** n));

/** A range that holds zero and leaves a little room above. */
function nice(min: number | null, max: number | null): [number, number] {
  const low = Math.min(0, min ?? 0);
  const high = Math.max(0, max ?? 0);
  return low === high ? [0, 1] : [low === 0 ? 0 : low * 1.08, high * 1.08];
}

/** At most `most` of the days, evenly spread, the last one among them. */
export function spread(length: number, most: number): number[] {
  const step = Math.max(1, Math.ceil(length / most));
  const chosen: number[] = [];
  for (let i = length - 1; i >= 0; i -= step) chosen.unshift(i);
  return chosen;
}

