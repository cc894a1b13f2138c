import mixpanel from 'mixpanel-browser';
mixpanel.init('key', { api_host: 'https://mall.example', track_pageview: true });
