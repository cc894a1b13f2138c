// A mall on React Router: a product's page for each route. Each view is told to the page that holds it.
import { createRoot } from 'react-dom/client';
import { useEffect } from 'react';
import { createBrowserRouter, Link, RouterProvider, useLoaderData, useNavigate } from 'react-router';

function Product() {
  const id = useLoaderData(), go = useNavigate(), next = `/react/product/${+id + 1}`;
  useEffect(() => window.viewed(id), [id]);
  return (
    <>
      <h1>Product {id}</h1>
      <div id="tap">nothing happens here</div>
      <Link id="next" to={next}>the next product</Link>
      <button id="soon" onClick={() => setTimeout(() => go(next))}>the next product, soon</button>
    </>
  );
}

const router = createBrowserRouter([{
  path: '/react/product/:id',
  loader: ({ params }) => { window.routed(params.id); return params.id; },
  Component: Product,
}]);
createRoot(document.getElementById('app')).render(<RouterProvider router={router} />);
