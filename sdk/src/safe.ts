/** Nothing that goes wrong in here may reach the mall: then there is no answer. */
export const safe = <A extends unknown[], R>(f: (...args: A) => R) => (...args: A): R | undefined => {
  try { return f(...args); } catch { return; }
};
