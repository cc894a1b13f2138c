import Plausible from 'plausible-tracker';
Plausible({ domain: 'mall.example' }).enableAutoPageviews();
