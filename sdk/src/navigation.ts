/** The Navigation API, where the browser has it. */
export const nav = window.navigation;
