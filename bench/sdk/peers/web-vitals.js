import { onCLS, onINP, onLCP } from 'web-vitals';
[onCLS, onINP, onLCP].forEach((on) => on((metric) => navigator.sendBeacon('https://mall.example', JSON.stringify(metric))));
