/* Draws what the page's data holds. `#p12` is a process, `#a3` an action. */
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const { processes, actions } = data;
const byId = (id) => document.getElementById(id);
const colours = ["compile", "asm", "link", "cgo", "cover", "vet"];
const colour = (kind) => `var(--${kind === "-V=full" ? "query" : colours.includes(kind) ? kind : "other"})`;
const ms = (value) =>
  value === null ? "" : value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 2 : 0 });
const actionName = (action) => (action.package ? `${action.mode} ${action.package}` : action.mode);
const actionProcesses = actions.map(() => []);
processes.forEach((process, index) => {
  process.name = `${process.tool} ${process.subject}`;
  if (process.action !== null) actionProcesses[process.action].push(index);
});

/** An element with attributes and children; strings become text, never markup. */
function element(name, attributes = {}, ...children) {
  const svg = ["svg", "g", "rect", "text", "line", "circle"].includes(name);
  const node = svg ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value);
  }
  node.append(...children.flat().filter((child) => child !== null));
  return node;
}

// The packages: what the build made of each.

const how = { failed: "failed", patched: "patched", compiled: "compiled", cached: "from the cache" };
const packages = new Map();
actions.forEach((action, index) => {
  if (!action.mode.startsWith("build") || action.package === "") return;
  const own = actionProcesses[index];
  const isPatched = own.some((process) => processes[process].files.length > 0);
  const state = { failed: "failed", cached: "cached", run: isPatched ? "patched" : "compiled" }[action.state];
  if (!state) return;
  const sum = own.reduce((total, process) => total + processes[process].ms, 0);
  packages.set(action.package, {
    name: action.package,
    state,
    index,
    ms: own.length > 0 ? sum : null,
    count: own.length || null,
  });
});
const packageList = [...packages.values()].sort(
  (a, b) => Object.keys(how).indexOf(a.state) - Object.keys(how).indexOf(b.state) || (a.name < b.name ? -1 : 1),
);

/** A bar with a part for each state, and what it means in words. */
function drawShares() {
  const counts = Object.keys(how)
    .map((state) => [state, packageList.filter((item) => item.state === state).length])
    .filter(([, count]) => count > 0);
  byId("shares").replaceChildren(
    element(
      "span",
      { class: "shares", "aria-hidden": "true" },
      counts.map(([state, count]) => element("span", { class: state, style: `flex-grow: ${count}` })),
    ),
    element(
      "span",
      { class: "legend" },
      counts.map(([state, count]) =>
        element("span", {}, element("span", { class: `swatch ${state}` }), `${count} ${how[state]}`),
      ),
    ),
  );
}

// The timeline.

const laneHeight = 24,
  barHeight = 20,
  axisHeight = 22,
  margin = 8;
const hidden = new Set();
let query = "",
  scale = 1,
  bars = [],
  focused = 0,
  selected = null,
  isGrouped = false;

/** The row of each process: one for each package, in the order in which they begin, or those in which as few rows as can be are used. */
function rows() {
  if (!isGrouped) return { lanes: processes.map((process) => process.lane), names: [] };
  const shown = processes.filter(isVisible);
  const names = [...new Set([...shown].sort((a, b) => a.start - b.start).map((process) => process.subject))];
  const places = new Map(names.map((name, index) => [name, index]));
  return { lanes: processes.map((process) => places.get(process.subject) ?? 0), names };
}

const isVisible = (process) =>
  !hidden.has(process.kind) && (query === "" || process.name.toLowerCase().includes(query));

function fittingScale() {
  return Math.max((byId("scroll").clientWidth - 2 * margin) / Math.max(data.end, 1), 1e-4);
}

/** Milliseconds between two ticks: 1, 2 or 5 times a power of ten, at least 80 pixels apart. */
function tickStep() {
  const least = 80 / scale,
    power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least);
}

function draw() {
  const { lanes: lane, names } = rows();
  const lanes = lane.reduce((most, place) => Math.max(most, place + 1), 1);
  const width = data.end * scale + 2 * margin,
    height = axisHeight + lanes * laneHeight + margin;
  const axis = element("g", { class: "axis", "aria-hidden": "true" });
  const step = tickStep();
  for (let time = 0; time <= data.end; time += step) {
    const x = margin + time * scale;
    axis.append(element("line", { x1: x, x2: x, y1: 16, y2: height }));
    axis.append(element("text", { x: x + 3, y: 13 }, `${ms(time)} ms`));
  }
  bars = [];
  const group = element("g", { role: "group", "aria-label": "Processes" });
  processes.forEach((process, index) => {
    if (!isVisible(process)) return;
    const x = margin + process.start * scale,
      y = axisHeight + lane[index] * laneHeight;
    const length = Math.max(process.ms * scale, 2);
    const isPatched = process.files.length > 0;
    const bar = element("g", {
      class: process.failure ? "bar failed" : "bar",
      role: "button",
      tabindex: "-1",
      "data-process": index + 1,
      "aria-label": `${process.name}, ${ms(process.ms)} ms${isPatched ? ", patched" : ""}`,
      "aria-current": selected === `p${index + 1}` ? "true" : null,
    });
    bar.append(
      element("rect", { x, y, width: length, height: barHeight, rx: 2, style: `fill: ${colour(process.kind)}` }),
    );
    const indent = isPatched && length > 14 ? 12 : 0;
    if (isPatched) bar.append(element("circle", { cx: x + Math.min(7, length / 2), cy: y + barHeight / 2, r: 3 }));
    const room = Math.floor((length - 8 - indent) / 7.3);
    if (room > 3) {
      const label = process.name.length > room ? `${process.name.slice(0, room - 1)}\u2026` : process.name;
      bar.append(element("text", { x: x + 4 + indent, y: y + 14 }, label));
    }
    bars.push(bar);
    group.append(bar);
  });
  // The package's name, where no bar is.
  const labels = element("g", { class: "axis", "aria-hidden": "true" });
  names.forEach((name, place) => {
    const own = processes.filter((process) => process.subject === name && isVisible(process));
    const end = margin + Math.max(...own.map((process) => process.start + process.ms)) * scale;
    const begin = margin + Math.min(...own.map((process) => process.start)) * scale;
    const room = name.length * 7.3 + 8;
    const x = end + room < width ? end + 6 : begin - room > 0 ? begin - room + 4 : null;
    if (x !== null) labels.append(element("text", { x, y: axisHeight + place * laneHeight + 14 }, name));
  });
  const svg = element(
    "svg",
    { width, height, role: "group", "aria-label": "Processes over time" },
    axis,
    group,
    labels,
  );
  byId("scroll").replaceChildren(svg);
  byId("count").textContent = `${bars.length} of ${processes.length} processes`;
  focused = Math.min(focused, Math.max(bars.length - 1, 0));
  if (bars[focused]) bars[focused].setAttribute("tabindex", "0");
}

function zoom(factor, at) {
  const scroll = byId("scroll"),
    least = fittingScale();
  const offset = at === undefined ? scroll.clientWidth / 2 : at;
  const time = (scroll.scrollLeft + offset - margin) / scale;
  // Firefox draws nothing wider than this.
  scale = Math.min(Math.max(scale * factor, least), Math.max(least, 4e6 / Math.max(data.end, 1)));
  draw();
  scroll.scrollLeft = time * scale + margin - offset;
}

function focusBar(index) {
  if (!bars[index]) return;
  if (bars[focused]) bars[focused].setAttribute("tabindex", "-1");
  focused = index;
  bars[index].setAttribute("tabindex", "0");
  bars[index].focus();
}

function showTip(bar, x, y) {
  const process = processes[bar.dataset.process - 1];
  const tip = byId("tip");
  tip.textContent = `${process.name}: ${ms(process.ms)} ms, ${process.what}`;
  tip.hidden = false;
  tip.style.left = `${Math.max(0, Math.min(x + 12, innerWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${Math.max(0, y - tip.offsetHeight - 10)}px`;
}

const scroll = byId("scroll");
scroll.addEventListener("click", (event) => {
  const bar = event.target.closest(".bar");
  if (bar) location.hash = `p${bar.dataset.process}`;
});
scroll.addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const bar = event.target.closest(".bar");
  if (bar && step) focusBar(Math.min(Math.max(focused + step, 0), bars.length - 1));
  else if (bar && (event.key === "Enter" || event.key === " ")) location.hash = `p${bar.dataset.process}`;
  else return;
  event.preventDefault();
});
scroll.addEventListener(
  "wheel",
  (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 300), event.clientX - scroll.getBoundingClientRect().left);
  },
  { passive: false },
);
scroll.addEventListener("pointermove", (event) => {
  const bar = event.target.closest(".bar");
  if (bar) showTip(bar, event.clientX, event.clientY);
  else byId("tip").hidden = true;
});
scroll.addEventListener("pointerleave", () => {
  byId("tip").hidden = true;
});
scroll.addEventListener("focusin", (event) => {
  const bar = event.target.closest(".bar");
  if (!bar) return;
  focused = bars.indexOf(bar);
  const box = bar.getBoundingClientRect();
  showTip(bar, box.left, box.top);
});
scroll.addEventListener("focusout", () => {
  byId("tip").hidden = true;
});

// The filters.

const kinds = [...new Set(processes.map((process) => process.kind))];
for (const kind of kinds) {
  const box = element("input", { type: "checkbox", checked: "" });
  box.addEventListener("change", () => {
    if (box.checked) hidden.delete(kind);
    else hidden.add(kind);
    update();
  });
  const count = processes.filter((process) => process.kind === kind).length;
  byId("kinds").append(
    element(
      "label",
      {},
      box,
      element("span", { class: "swatch", style: `background: ${colour(kind)}` }),
      `${kind} ${count}`,
    ),
  );
}
byId("filter").addEventListener("input", (event) => {
  query = event.target.value.trim().toLowerCase();
  update();
});
byId("grouped").addEventListener("change", (event) => {
  isGrouped = event.target.checked;
  update();
});
byId("in").addEventListener("click", () => zoom(1.6));
byId("out").addEventListener("click", () => zoom(1 / 1.6));
byId("fit").addEventListener("click", () => zoom(0));

function update() {
  draw();
  for (const row of byId("processes").querySelectorAll("tbody tr")) {
    row.hidden = !isVisible(processes[row.dataset.index]);
  }
  for (const row of byId("packages").querySelectorAll("tbody tr")) {
    row.hidden = query !== "" && !packageList[row.dataset.index].name.toLowerCase().includes(query);
  }
  for (const row of byId("actions").querySelectorAll("tbody tr")) {
    row.hidden = query !== "" && !actionName(actions[row.dataset.index]).toLowerCase().includes(query);
  }
}

// The tables.

function table(node, caption, columns, items, prefix) {
  const body = element("tbody");
  const rows = items.map((item, index) => {
    const row = element("tr", { "data-index": index });
    columns.forEach((column, number) => {
      const text = column.text(item, index);
      const place = prefix === "p" ? index + 1 : (item.index ?? index);
      const link = number === 0 ? element("a", { href: `#${prefix}${place}` }, text) : text;
      const mark = column.mark ? element("span", { class: `swatch ${item.state}`, "aria-hidden": "true" }) : null;
      row.append(element("td", { class: column.class }, ...(mark ? [mark, link] : [link])));
    });
    return row;
  });
  body.append(...rows);
  const head = element("tr");
  columns.forEach((column) => {
    const button = element("button", { type: "button" }, column.name);
    const cell = element("th", { scope: "col", class: column.class }, button);
    button.addEventListener("click", () => {
      const descending = cell.getAttribute("aria-sort") === "ascending";
      for (const other of head.querySelectorAll("th")) other.removeAttribute("aria-sort");
      cell.setAttribute("aria-sort", descending ? "descending" : "ascending");
      const sorted = [...rows].sort((a, b) => {
        const [x, y] = [a, b].map((row) => column.value(items[row.dataset.index], Number(row.dataset.index)));
        return (x < y ? -1 : x > y ? 1 : 0) * (descending ? -1 : 1);
      });
      body.replaceChildren(...sorted);
    });
    head.append(cell);
  });
  node.append(element("caption", {}, caption), element("thead", {}, head), body);
}

const number = (name, value) => ({ name, class: "number", text: (item) => ms(value(item)), value });
const words = (name, value, kind) => ({ name, class: kind, text: value, value });
const position = (first) => ({
  name: "#",
  class: "number",
  text: (_item, index) => `${index + first}`,
  value: (_item, index) => index,
});
drawShares();
table(
  byId("packages"),
  "Every package of the build",
  [
    { ...words("package", (item) => item.name), mark: true },
    words("how", (item) => how[item.state]),
    number("took ms", (item) => item.ms),
    number("processes", (item) => item.count),
  ],
  packageList,
  "a",
);
table(
  byId("processes"),
  "Every process that the go command started",
  [
    position(1),
    number("at ms", (item) => item.start),
    number("took ms", (item) => item.ms),
    number("CPU ms", (item) => item.user + item.system),
    words("tool", (item) => item.tool),
    words("package", (item) => item.subject),
    words("what", (item) => item.what, "wide"),
  ],
  processes,
  "p",
);
table(
  byId("actions"),
  "Every action of the build",
  [
    position(0),
    words("action", (item) => item.mode),
    words("package", (item) => item.package),
    words("how it went", (item) => item.state),
    number("at ms", (item) => item.start),
    number("took ms", (item) => item.ms),
    words("action ID", (item) => item.actionID),
    words("build ID", (item) => item.buildID),
  ],
  actions,
  "a",
);

// The details.

function meaning(prefix, name) {
  let node = byId(`${prefix} ${name}`);
  while (node && node.tagName !== "DD") node = node.nextElementSibling;
  return node ? element("p", { class: "meaning" }, node.textContent) : null;
}

function facts(pairs) {
  const list = element("dl");
  for (const [name, value] of pairs) {
    if (value === null || value === "") continue;
    list.append(element("dt", {}, name), element("dd", {}, value));
  }
  return list;
}

function diff(text) {
  const kind = (line, index) =>
    index < 2 || line.startsWith("@@") ? "at" : line.startsWith("+") ? "add" : line.startsWith("-") ? "del" : "";
  const lines = text.replace(/\n$/, "").split("\n");
  const spans = lines.map((line, index) => element("span", { class: kind(line, index) }, line));
  return element("pre", { class: "diff", tabindex: "0" }, spans);
}

function commandLine(list) {
  const quoted = list.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`));
  return element("pre", { class: "wrap", tabindex: "0" }, quoted.join(" "));
}

const actionLink = (index) => element("a", { href: `#a${index}` }, actionName(actions[index]));
const processLink = (index) => element("a", { href: `#p${index + 1}` }, processes[index].name);
const listed = (links) => links.flatMap((link, index) => (index === 0 ? [link] : [", ", link]));

function processDetails(process) {
  return [
    element("h2", { id: "details-title" }, process.name),
    meaning("tool", process.kind),
    facts([
      ["what", process.what],
      ["time", `${ms(process.ms)} ms, from ${ms(process.start)} ms on`],
      ["CPU", `${ms(process.user)} ms, and ${ms(process.system)} ms in the kernel`],
      ["routinex", process.deciding >= 1 ? `${ms(process.deciding)} ms to read and plan the package` : null],
      ["process", `${process.pid}`],
      ["action", process.action === null ? null : actionLink(process.action)],
      ["its answer", process.answer],
    ]),
    process.notes.length === 0 ? null : element("h3", {}, process.decision === "woven" ? "What changed" : "Messages"),
    process.notes.length === 0
      ? null
      : element(
          "ul",
          {},
          process.notes.map((note) => element("li", {}, note)),
        ),
    process.files.flatMap((file) => [
      element("h3", {}, file.isAdded ? "A file that was added" : "A file that was changed"),
      element("code", {}, file.name),
      diff(file.diff),
    ]),
    element("h3", {}, "Command line"),
    commandLine(process.arguments),
    process.given ? [element("h3", {}, "What the tool got instead"), commandLine(process.given)] : [],
  ];
}

function actionDetails(action, index) {
  const own = actionProcesses[index];
  const users = actions.flatMap((other, number) => (other.deps.includes(index) ? [number] : []));
  return [
    element("h2", { id: "details-title" }, actionName(action)),
    meaning("mode", action.mode) || meaning("mode", action.mode.endsWith("-install") ? "link-install" : "go build"),
    facts(
      [
        ["how it went", action.state],
        ["time", action.ms === null ? null : `${ms(action.ms)} ms, from ${ms(action.start)} ms on`],
        ["action ID", action.actionID],
        ["build ID", action.buildID],
        ["target", action.target],
        ["folder", action.folder],
        ["processes", own.length ? listed(own.map(processLink)) : null],
        ["waits for", action.deps.length ? listed(action.deps.map(actionLink)) : null],
        ["waited for by", users.length ? listed(users.map(actionLink)) : null],
      ].map(([name, value]) => [name, Array.isArray(value) ? element("span", {}, value) : value]),
    ),
    meaning("state", action.state),
    action.others.length === 0 ? null : element("h3", {}, "Run without -toolexec"),
    action.others.length === 0 ? null : element("pre", { class: "wrap", tabindex: "0" }, action.others.join("\n")),
  ];
}

function show() {
  const match = /^#([pa])(\d+)$/.exec(location.hash);
  const index = match ? Number(match[2]) - (match[1] === "p" ? 1 : 0) : -1;
  const item = match ? (match[1] === "p" ? processes : actions)[index] : undefined;
  selected = item ? location.hash.slice(1) : null;
  byId("details").replaceChildren(
    ...(item
      ? (match[1] === "p" ? processDetails(item) : actionDetails(item, index)).flat().filter((node) => node !== null)
      : [
          element("h2", { id: "details-title" }, "Details"),
          element("p", { class: "hint" }, "Nothing is selected: choose a bar of the timeline or a row of a table."),
        ]),
  );
  byId("details").scrollTop = 0;
  for (const node of document.querySelectorAll("[aria-current]")) node.removeAttribute("aria-current");
  if (!item) return;
  const place = match[1] === "p" ? "processes" : "actions";
  byId(place).querySelector(`tr[data-index="${index}"]`).setAttribute("aria-current", "true");
  const bar = match[1] === "p" ? bars.find((bar) => bar.dataset.process === `${index + 1}`) : undefined;
  if (bar) {
    bar.setAttribute("aria-current", "true");
    bar.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}

addEventListener("hashchange", show);
let timer = 0;
addEventListener("resize", () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (scale < fittingScale()) scale = fittingScale();
    draw();
  }, 100);
});
scale = fittingScale();
update();
show();
