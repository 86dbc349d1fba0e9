// Search, languages and tags. Without it every page can still be read.
"use strict";

const up = document.body.dataset.up;
const search = document.getElementById("search");
const found = document.getElementById("found");
const none = document.getElementById("none");
const count = document.getElementById("count");
const languages = document.getElementById("language");
const MOST = 12;
let language = document.documentElement.lang;
let chosen = -1;

const folded = (text) => text.normalize("NFKC").toLowerCase().replaceAll("_", " ");

search.closest(".search").hidden = false;

// --- languages ---

function kept() {
  try { return localStorage.getItem("kpi-language"); } catch { return null; }
}

function speak(wanted) {
  language = wanted;
  document.documentElement.lang = wanted;
  for (const text of document.querySelectorAll("[data-in]")) text.hidden = text.dataset.in !== wanted;
  search.placeholder = search.labels[0].innerText;
}

if (languages) {
  languages.parentElement.hidden = false;
  const known = [...languages.options].map((option) => option.value);
  if (known.includes(kept())) speak(kept());
  languages.value = language;
  languages.addEventListener("change", () => {
    speak(languages.value);
    try { localStorage.setItem("kpi-language", language); } catch { /* a private window forgets */ }
  });
}

// --- search ---

const sought = NAMES.map((item) => ({
  item,
  names: [item.name, ...Object.values(item.labels), ...item.words].map(folded),
}));

// Smaller is better: the whole name, its beginning, the beginning of a word, anywhere.
function distance(names, word) {
  let best = 9;
  for (const name of names) {
    const at = name.indexOf(word);
    if (at < 0) continue;
    best = Math.min(best, name === word ? 0 : at === 0 ? 1 : /[\s\p{P}]/u.test(name[at - 1]) ? 2 : 3);
  }
  return best;
}

function matches(text) {
  const whole = folded(text.trim());
  const words = whole.split(/\s+/);
  return sought
    .map((entry) => {
      const each = words.map((word) => distance(entry.names, word));
      return { item: entry.item, far: Math.max(...each) + Math.min(distance(entry.names, whole), 9) / 10 };
    })
    .filter((match) => match.far < 9)
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST)
    .map((match) => match.item);
}

function row(item, index, text) {
  const label = item.labels[language] ?? item.name;
  const words = folded(text.trim());
  const seen = folded(`${label} ${item.name}`);
  const others = [...Object.values(item.labels), ...item.words];
  const also = seen.includes(words) ? undefined : others.find((other) => folded(other).includes(words));
  const option = document.createElement("li");
  option.role = "option";
  option.id = `found-${index}`;
  option.setAttribute("aria-selected", "false");
  const link = document.createElement("a");
  link.href = up + item.path;
  link.tabIndex = -1;
  link.append(piece("span", label), piece("small", KINDS[item.kind][language] ?? KINDS[item.kind].en));
  if (item.name !== label) link.append(piece("small", item.name, "also"));
  if (also) link.append(piece("small", `= ${also}`, "also"));
  option.append(link);
  return option;
}

function piece(tag, text, kind) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

function look() {
  const text = search.value;
  const items = text.trim() ? matches(text) : [];
  found.replaceChildren(...items.map((item, index) => row(item, index, text)));
  found.hidden = !items.length;
  none.hidden = !text.trim() || items.length > 0;
  search.setAttribute("aria-expanded", String(!found.hidden));
  count.textContent = text.trim() ? (items.length ? String(items.length) : none.innerText) : "";
  choose(items.length ? 0 : -1);
}

function choose(index) {
  chosen = index;
  [...found.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
  const option = found.children[index];
  if (option) {
    search.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else search.removeAttribute("aria-activedescendant");
}

function close() {
  found.hidden = none.hidden = true;
  search.setAttribute("aria-expanded", "false");
  choose(-1);
}

search.addEventListener("input", look);
search.addEventListener("focus", () => { if (search.value.trim()) look(); });
search.addEventListener("keydown", (event) => {
  if (event.isComposing) return; // an input method still has the keys
  const last = found.hidden ? -1 : found.children.length - 1;
  if (event.key === "ArrowDown" && last >= 0) choose(chosen >= last ? 0 : chosen + 1);
  else if (event.key === "ArrowUp" && last >= 0) choose(chosen <= 0 ? last : chosen - 1);
  else if (event.key === "Enter" && found.children[chosen]) found.children[chosen].firstChild.click();
  else if (event.key === "Escape") { close(); search.value = ""; search.blur(); }
  else return;
  event.preventDefault();
});
document.addEventListener("click", (event) => { if (!event.target.closest(".search")) close(); });
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  search.focus();
  search.select();
});

// --- tags ---

const tags = document.querySelector(".tags");

function narrow(tag) {
  for (const button of tags.children) button.setAttribute("aria-pressed", String(button.dataset.tag === tag));
  for (const item of document.querySelectorAll("[data-tags]"))
    item.hidden = tag !== "" && !item.dataset.tags.split(" ").includes(tag);
  for (const area of document.querySelectorAll("main > section"))
    area.hidden = !area.querySelector("[data-tags]:not([hidden])");
}

function fromAddress() {
  const button = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (button?.parentElement === tags) narrow(button.dataset.tag);
}

if (tags) {
  tags.hidden = false;
  tags.addEventListener("click", (event) => {
    if (event.target.closest("button")) narrow(event.target.closest("button").dataset.tag);
  });
  addEventListener("hashchange", fromAddress);
  fromAddress();
}
