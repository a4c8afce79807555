/** Leaves out of the presets in the page's scripts what no page shows: where each comes from stands in the core's own file. */
export function leanPresets() {
  return {
    name: 'reprise:lean-presets',
    enforce: 'pre',
    transform(code, id) {
      if (!id.replaceAll('\\', '/').endsWith('/core/experiment/presets.json')) return null;
      const presets = JSON.parse(code).presets.map(({ source: _, ...preset }) => preset);
      return { code: JSON.stringify({ presets }), map: null };
    },
  };
}
