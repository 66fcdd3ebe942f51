// An offer: what it is, when and where, what it costs, how to reach it, and who says so.
import { breakable, dirOf, element, hidden, icon, link, worded } from "./element.js";

const FACTS = ["place", "map", "cost", "languages", "organization"];
const CONTACTS = ["phone", "email", "website"];

export function drawCard(card, words, keys) {
  const of = (...kinds) => card.lines.filter((line) => kinds.includes(line.kind ?? "text"));
  const title = said("h2", card.title);
  const made = element(
    "section",
    { className: "card" },
    group("chips", of("topic", "open").map(chip)),
    title,
    ...of("notice").map((line) => element("p", { className: "notice" }, icon("notice"), said("span", line))),
    ...of("summary", "text").map((line) => said("p", line, "summary")),
    ...of("detail").map(detail),
    group("facts", [...of(...FACTS).map((line) => fact(line, words)), hours(of("hours"), words)]),
    group("contacts", of(...CONTACTS).map((line) => contact(line, words))),
    ...of("source").map((line) => said("p", line, "source")),
    keys(card.keys ?? []),
  );
  made.setAttribute("aria-label", card.title.text);
  return made;
}

function said(tag, line, className = "") {
  const made = element(tag, { className, dir: dirOf(line.lang) }, ...worded(line.text));
  if (line.lang) made.lang = line.lang;
  return made;
}

function group(className, children) {
  const there = children.filter(Boolean);
  return there.length ? element("div", { className }, ...there) : null;
}

function chip(line) {
  return element("span", { className: `chip ${line.kind}` }, icon(line.kind), said("span", line));
}

function detail(line) {
  const label = element("span", { className: "label" }, line.label ?? "");
  return element("div", { className: "detail" }, label, said("p", line));
}

function value(line, words) {
  const text = element("bdi", { dir: dirOf(line.lang) }, ...worded(line.text));
  if (line.lang) text.lang = line.lang;
  return line.href ? link(line.href, text, words) : text;
}

function fact(line, words) {
  const label = line.label ? element("span", { className: "label" }, line.label, hidden(": ")) : null;
  return element("p", { className: "fact" }, icon(line.kind), element("span", {}, label, value(line, words)));
}

function hours(lines, words) {
  if (!lines.length) return null;
  const rows = lines.map((line) =>
    element("li", {}, element("span", { className: "day" }, line.label ?? ""), value(line, words)),
  );
  const summary = element("summary", {}, icon("hours"), words.get("hours"));
  return element("details", { className: "hours" }, summary, element("ul", {}, ...rows));
}

function contact(line, words) {
  const written = line.kind === "website" ? short(line.text) : line.text;
  const text = element("bdi", { dir: "ltr" }, ...(line.kind === "phone" ? [written] : breakable(written)));
  const made = link(line.href ?? "", text, words, `contact ${line.kind}`);
  made.prepend(icon(line.kind), hidden(`${line.label ?? ""}: `));
  return made;
}

function short(address) {
  return address.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "");
}
