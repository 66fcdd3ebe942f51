// The page's own words. They follow the language of the conversation.
export class Words {
  constructor(first) {
    this.known = { [first.lang]: first };
    this.now = first;
    this.wanted = first.lang;
  }

  get lang() {
    return this.now.lang;
  }

  get(name) {
    return this.now[name] ?? "";
  }

  async speak(lang) {
    this.wanted = lang;
    if (lang === this.now.lang) return;
    const found = this.known[lang] ?? (await fetchWords(lang));
    if (!found || this.wanted !== lang) return;
    this.known[lang] = this.now = found;
    this.show();
  }

  show() {
    const root = document.documentElement;
    root.lang = this.now.lang;
    root.dir = this.now.dir;
    document.title = this.get("title");
    for (const e of document.querySelectorAll("[data-word]")) e.textContent = this.get(e.dataset.word);
    for (const e of document.querySelectorAll("[data-label]")) e.setAttribute("aria-label", this.get(e.dataset.label));
    for (const e of document.querySelectorAll("[data-placeholder]")) e.placeholder = this.get(e.dataset.placeholder);
    for (const e of document.querySelectorAll("input[name=lang]")) e.value = this.now.lang;
    for (const e of document.querySelectorAll("#news, #privacy")) e.href = `/${e.id}?lang=${this.now.lang}`;
  }
}

async function fetchWords(lang) {
  if (!/^[A-Za-z0-9-]{2,16}$/.test(lang)) return null;
  try {
    const answer = await fetch(`/words/${lang}.json`);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
