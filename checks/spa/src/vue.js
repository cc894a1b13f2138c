// A mall on Vue Router: a product's page for each route. Each view is told to the page that holds it.
import { createApp, defineComponent, h, watch } from 'vue';
import { createRouter, createWebHistory, RouterLink, RouterView, useRoute, useRouter } from 'vue-router';

const Product = defineComponent({
  setup() {
    const route = useRoute(), router = useRouter(), next = () => `/vue/product/${+route.params.id + 1}`;
    watch(() => route.params.id, (id) => window.viewed(id), { immediate: true, flush: 'post' });
    return () => [
      h('h1', `Product ${route.params.id}`),
      h('div', { id: 'tap' }, 'nothing happens here'),
      h(RouterLink, { id: 'next', to: next() }, () => 'the next product'),
      h('button', { id: 'soon', onClick: () => setTimeout(() => router.push(next())) }, 'the next product, soon'),
    ];
  },
});

const router = createRouter({ history: createWebHistory(), routes: [{ path: '/vue/product/:id', component: Product }] });
router.beforeEach((to) => window.routed(to.params.id));
createApp({ render: () => h(RouterView) }).use(router).mount('#app');
