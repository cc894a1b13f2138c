import { enableActivityTracking, newTracker, trackPageView } from '@snowplow/browser-tracker';
newTracker('mall', 'https://mall.example', { appId: 'mall' });
enableActivityTracking({ minimumVisitLength: 10, heartbeatDelay: 10 });
trackPageView();
