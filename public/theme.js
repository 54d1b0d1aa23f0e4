// Runs before the first paint, so that a dark screen never flashes white.
(() => {
  const keptScheme = () => {
    try {
      return localStorage.getItem('bereg.scheme');
    } catch {
      return null;
    }
  };
  const kept = keptScheme();
  const isDark =
    kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = isDark ? 'dark' : 'light';
})();
