// Small tools for elements.
const RTL = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);
const OPENED = new Set(["http:", "https:", "tel:", "mailto:"]);

export function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

// Said, not shown. A bdi, so that it has no say in the direction of what stands beside it.
export function hidden(text) {
  return element("bdi", { className: "hidden" }, text);
}

export function icon(name) {
  const made = element("span", { className: `icon i-${name}` });
  made.setAttribute("aria-hidden", "true");
  return made;
}

export function dirOf(lang) {
  if (!lang) return "auto";
  return RTL.has(lang.split("-")[0]) ? "rtl" : "ltr";
}

// Times, spans of time, phone numbers and commands run left to right in every language: each is isolated.
const NUMBERS = /(\d{1,2}:\d{2}(?:\s?[–-]\s?\d{1,2}:\d{2})?|\+?\d[\d ()/-]{3,}\d|\/[a-z]{2,}\b)/;

export function worded(text) {
  const parts = text.split(NUMBERS).map((part, i) => (i % 2 ? element("bdi", { dir: "ltr" }, part) : part));
  return parts.filter((part) => part !== "");
}

// Addresses may break after their marks rather than anywhere.
export function breakable(address) {
  return address.split(/(?<=[@/.])/).flatMap((part, i) => (i ? [element("wbr", {}), part] : [part]));
}

// Whether this is an address that a page may open.
export function safe(href) {
  try {
    return OPENED.has(new URL(href).protocol);
  } catch {
    return false;
  }
}

export function link(href, content, words, className = "") {
  if (!safe(href)) return element("span", {}, content);
  const made = element("a", { href, className }, content);
  if (/^https?:/i.test(href)) {
    Object.assign(made, { target: "_blank", rel: "noopener noreferrer" });
    made.append(hidden(` ${words.get("new_tab")}`));
  }
  return made;
}

export function bytes(base64) {
  const plain = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}
