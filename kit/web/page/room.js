// Asks this laptop, and nobody else, what is on show, and shows it as text: nothing that people wrote is ever read as markup.
"use strict";
const POLL = 300;  // thousandths of a second between two questions
const SMALLEST = 14, LARGEST = 400;  // pixels
const KEYS = {b: "blank", ".": "blank", ArrowRight: "next", n: "next", PageDown: "next", " ": "next", ArrowLeft: "before",
  p: "before", PageUp: "before", t: "time"};
const HINT = "B blanks it. Left and right: other pages. T: the time. I: colours. F11 fills the screen.";
const at = id => document.getElementById(id);
const body = document.body;
let last = "", hint = HINT, current = {blank: true};

function say(id, text) { if (at(id).textContent !== text) at(id).textContent = text; }

function show(now) {
  current = now;
  body.classList.toggle("blank", now.blank);
  if (now.blank) {
    for (const id of ["heading", "words", "question", "number", "left", "sign"]) say(id, "");
    at("lines").replaceChildren();
    at("picture").removeAttribute("src");
    return;
  }
  say("heading", now.heading || "Welcome");
  say("words", now.words);
  say("question", now.question);
  at("lines").replaceChildren(...now.lines.map(line => {
    const item = document.createElement("li");
    item.textContent = line;
    return item;
  }));
  picture(now);
  say("number", now.time.number || "");
  say("left", now.time.words || "");
  at("shape").hidden = now.time.part === undefined;
  at("gone").style.width = `${100 * (now.time.part || 0)}%`;
  fit();
}

function picture(now) {
  const image = at("picture");
  image.hidden = !now.picture;
  at("middle").classList.toggle("pictured", Boolean(now.picture));
  image.alt = now.picture ? now.alt : "";
  if (!now.picture) image.removeAttribute("src");
  else if (image.getAttribute("src") !== now.picture) image.src = now.picture;
}

function sign(now) { return [now.place, now.trouble || hint].filter(Boolean).join(". "); }

// The largest size at which everything is in the window. Where even the smallest is too large, the page scrolls and says so.
function fit() {
  if (current.blank) return;
  say("sign", sign(current));
  let low = SMALLEST, high = LARGEST;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    body.style.setProperty("--size", `${middle}px`);
    if (fits()) low = middle; else high = middle - 1;
  }
  body.style.setProperty("--size", `${low}px`);
  if (!fits()) say("sign", "There is more below: scroll.");
}

function fits() {
  const page = document.documentElement;
  return page.scrollHeight <= window.innerHeight && page.scrollWidth <= window.innerWidth;
}

async function look() {
  try {
    const answer = await fetch("now.json");
    const text = await answer.text();
    if (answer.ok && text !== last) {
      last = text;
      show(JSON.parse(text));
    }
  } catch {
    last = "";
    say("sign", "The kit does not answer. This is what was last known. It goes on as soon as the kit is back.");
  }
  setTimeout(look, POLL);
}

async function press(key) {
  hint = "";
  last = "";
  if (key === "i" || key === "I") {
    const page = document.documentElement;
    page.dataset.theme = page.dataset.theme === "ink" ? "paper" : "ink";
  } else if (KEYS[key] || KEYS[key.toLowerCase()]) {
    await fetch(KEYS[key] || KEYS[key.toLowerCase()], {method: "POST"}).catch(() => {});
  }
}

addEventListener("keydown", event => {
  if (!event.ctrlKey && !event.metaKey && !event.altKey) {
    if (KEYS[event.key]) event.preventDefault();
    press(event.key);
  }
});
addEventListener("resize", fit);
at("picture").addEventListener("load", fit);
look();
