// What is wrong with the page for those who cannot see, aim or read easily: a list of sentences.
() => {
  const found = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const shown = (one) => one.checkVisibility() && one.getClientRects().length > 0;
  const name = (one) => `${one.tagName.toLowerCase()}.${one.className} "${one.textContent.slice(0, 40)}"`;

  const label = (one) =>
    one.getAttribute("aria-label") || one.textContent.trim() || one.labels?.[0]?.textContent || "";
  for (const one of all("button, a[href], textarea, input:not([type=hidden]), summary, [role=group]")) {
    if (!label(one)) found.push(`no name: ${name(one)}`);
  }
  for (const one of all("img:not([alt])")) found.push(`no alt: ${one.src}`);
  for (const one of all("[id]")) {
    if (all(`#${CSS.escape(one.id)}`).length > 1) found.push(`twice: #${one.id}`);
  }
  for (const one of all(".message.lotse, html")) {
    if (!one.lang || !one.dir) found.push(`no language: ${name(one).slice(0, 60)}`);
  }
  for (const one of all("button, .key, .contact, summary, nav a, textarea").filter(shown)) {
    const { height, width } = one.getBoundingClientRect();
    if (Math.round(height) < 44 || width < 24) found.push(`small target: ${name(one)} ${width}x${height}`);
  }
  const levels = all("h1, h2, h3, h4").map((one) => Number(one.tagName[1]));
  if (levels[0] !== 1 || levels.some((level, i) => i && level > levels[i - 1] + 1)) {
    found.push(`headings skip: ${levels}`);
  }

  const rgb = (color) => color.match(/[\d.]+/g).map(Number);
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const [r, g, b, a = 1] = rgb(getComputedStyle(at).backgroundColor);
      if (a === 1) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const light = (color) => {
    const [r, g, b] = color.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const texts = all("body *").filter((one) => shown(one) && [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim()));
  for (const one of texts) {
    const [a, b] = [light(rgb(getComputedStyle(one).color).slice(0, 3)), light(ground(one))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) found.push(`contrast: ${contrast.toFixed(2)} ${name(one)}`);
  }
  return found;
}
