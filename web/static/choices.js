// Choices: one or several of a list, or all of them in an order.
import { asked, named, nextId, said } from "./asked.js";
import { element, hidden } from "./element.js";

export function box(type, name, option, isChosen, className = "choice") {
  const input = element("input", { type, name, value: option.name, checked: isChosen });
  return element("label", { className }, input, said("span", option.label));
}

// A choice that goes with no other takes them away, and they it.
export function keepAlone(group, options) {
  const alone = new Set(options.filter((option) => option.alone).map((option) => option.name));
  group.addEventListener("change", ({ target }) => {
    if (!target.checked || target.type !== "checkbox") return;
    for (const one of group.querySelectorAll("input:checked")) {
      if (one !== target && (alone.has(target.value) || alone.has(one.value))) one.checked = false;
    }
  });
}

export function chosenIn(group) {
  return [...group.querySelectorAll("input:checked")].map((input) => input.value);
}

export function inWords(options, names) {
  return options.filter((option) => names.includes(option.name)).map((option) => option.label.text);
}

export function drawChoices(control, words) {
  const options = control.options ?? [];
  const chosen = new Set(control.value ?? []);
  const type = control.kind === "several" ? "checkbox" : "radio";
  const group = nextId();
  const list = element("div", { className: "choices" });
  list.append(...options.map((option) => box(type, group, option, chosen.has(option.name))));
  keepAlone(list, options);
  const body = control.kind === "sought" ? sought(list, words) : list;
  return {
    element: asked("fieldset", control, body),
    values: () => ({ [control.name]: chosenIn(list) }),
    said: () => [[named(control), inWords(options, chosenIn(list)).join("\n")]],
  };
}

// A long list shows what holds the words that are typed, and always what is chosen.
function sought(list, words) {
  const input = element("input", { type: "search", className: "entry", autocomplete: "off", dir: "auto" });
  input.setAttribute("aria-label", words.get("seek"));
  input.placeholder = words.get("seek");
  const none = element("p", { className: "help" });
  none.setAttribute("role", "status");
  input.addEventListener("input", () => {
    const wanted = plain(input.value);
    for (const label of list.children) {
      label.hidden = !plain(label.textContent).includes(wanted) && !label.querySelector("input").checked;
    }
    none.textContent = list.querySelector("label:not([hidden])") ? "" : words.get("none_found");
  });
  input.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  list.classList.add("long");
  return element("div", { className: "sought" }, input, none, list);
}

function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

export function drawRank(control, words, isAlone) {
  const options = control.options ?? [];
  const names = control.value ?? [];
  const rest = options.filter((option) => !names.includes(option.name));
  const order = [...names.map((name) => options.find((option) => option.name === name)).filter(Boolean), ...rest];
  const list = element("ol", { className: "places" });
  const news = element("p", { className: "hidden" });
  news.setAttribute("role", "status");
  let isSet = isAlone || names.length > 0;
  const move = (item, by) => {
    const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    isSet = true;
    if (by < 0) other.before(item);
    else other.after(item);
    news.textContent = `${item.dataset.label}: ${[...list.children].indexOf(item) + 1}`;
  };
  list.append(...order.map((option) => place(option, words, move)));
  const current = () => (isSet ? [...list.children].map((item) => item.dataset.name) : []);
  return {
    element: asked("fieldset", control, element("div", {}, list, news)),
    values: () => ({ [control.name]: current() }),
    said: () => [[named(control), current().map((name, i) => `${i + 1}. ${inWords(options, [name])}`).join("\n")]],
  };
}

function place(option, words, move) {
  const item = element("li", { className: "place" }, said("span", option.label));
  Object.assign(item.dataset, { name: option.name, label: option.label.text });
  for (const [word, by] of [["up", -1], ["down", 1]]) {
    const button = element("button", { type: "button", className: `step ${word}` });
    button.append(hidden(`${words.get(word)}: ${option.label.text}`));
    button.addEventListener("click", () => {
      move(item, by);
      button.focus();
    });
    item.append(button);
  }
  return item;
}
