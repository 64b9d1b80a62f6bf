"use strict";
(() => {
  const data = JSON.parse(document.getElementById("map-data").textContent);
  const points = data.points;
  const names = Object.keys(data.colorings);
  const canvas = document.getElementById("map-canvas");
  const tip = document.getElementById("map-tip");
  const legend = document.getElementById("map-legend");
  const find = document.getElementById("map-find");
  const context = canvas.getContext("2d");
  const [X, Y, FILE, LABEL, PREDICTED, PART, GROUPS] = [0, 1, 2, 3, 4, 5, 6];
  const edge = 14;
  let coloring = 0;
  let zoom = 1;
  let center = [0, 0];
  let scale = 1;
  let hidden = new Set();
  let pointed = -1;
  let drag = null;

  const xs = points.map(p => p[X]);
  const ys = points.map(p => p[Y]);
  const bounds = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const middle = [(bounds[0] + bounds[1]) / 2, (bounds[2] + bounds[3]) / 2];
  center = middle.slice();

  const radius = () => (points.length > 20000 ? 1.3 : points.length > 4000 ? 2 : points.length > 800 ? 2.8 : 4) * Math.sqrt(zoom);
  const px = p => canvas.clientWidth / 2 + (p[X] - center[0]) * scale * zoom;
  const py = p => canvas.clientHeight / 2 - (p[Y] - center[1]) * scale * zoom;
  const group = p => p[GROUPS + coloring];
  const matches = p => find.value !== "" && p[FILE].toLowerCase().includes(find.value.toLowerCase());

  function draw() {
    const ratio = window.devicePixelRatio || 1;
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    scale = Math.min((width - 2 * edge) / Math.max(1e-9, bounds[1] - bounds[0]), (height - 2 * edge) / Math.max(1e-9, bounds[3] - bounds[2]));
    const colors = data.colorings[names[coloring]].map(g => g[1]);
    const sizes = colors.map(() => 0);
    points.forEach(p => sizes[group(p)]++);
    const order = colors.map((_, g) => g).sort((a, b) => sizes[b] - sizes[a]);
    const r = radius();
    context.globalAlpha = 0.7;
    for (const g of order) {
      if (hidden.has(g)) continue;
      context.fillStyle = colors[g];
      context.beginPath();
      for (const p of points) {
        if (group(p) !== g) continue;
        const x = px(p);
        const y = py(p);
        context.moveTo(x + r, y);
        context.arc(x, y, r, 0, 2 * Math.PI);
      }
      context.fill();
    }
    context.globalAlpha = 1;
    context.strokeStyle = getComputedStyle(canvas).color;
    context.lineWidth = 2;
    points.forEach((p, i) => {
      if (i === pointed || matches(p)) {
        context.beginPath();
        context.arc(px(p), py(p), r + 3, 0, 2 * Math.PI);
        context.stroke();
      }
    });
  }

  function drawLegend() {
    legend.replaceChildren();
    const counts = data.colorings[names[coloring]].map(() => 0);
    points.forEach(p => counts[group(p)]++);
    data.colorings[names[coloring]].forEach(([name, color], g) => {
      if (counts[g] === 0) return;
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-pressed", String(!hidden.has(g)));
      const dot = document.createElement("i");
      dot.style.background = color;
      button.append(dot, name + " ", Object.assign(document.createElement("small"), {textContent: counts[g].toLocaleString("en")}));
      button.addEventListener("click", () => {
        if (hidden.has(g)) hidden.delete(g); else hidden.add(g);
        drawLegend();
        draw();
      });
      legend.append(button);
    });
  }

  function nearest(x, y) {
    let best = -1;
    let least = 10 * 10;
    points.forEach((p, i) => {
      if (hidden.has(group(p))) return;
      const d = (px(p) - x) ** 2 + (py(p) - y) ** 2;
      if (d < least) {
        least = d;
        best = i;
      }
    });
    return best;
  }

  function show(index) {
    if (index < 0) {
      tip.hidden = true;
      return;
    }
    const p = points[index];
    tip.replaceChildren();
    const sheets = data.sheets;
    const each = sheets.columns * sheets.rows;
    const uri = sheets.uris[Math.floor(index / each)];
    if (uri) {
      const at = index % each;
      const picture = document.createElement("div");
      const x = (at % sheets.columns) * sheets.width;
      const y = Math.floor(at / sheets.columns) * sheets.height;
      picture.className = "map-picture";
      picture.style.cssText = `width:${sheets.width}px;height:${sheets.height}px;background:url(${uri}) -${x}px -${y}px`;
      tip.append(picture);
    }
    const line = (text, style) => tip.append(Object.assign(document.createElement("div"), {textContent: text, className: style}));
    line(p[FILE], "file");
    line((p[LABEL] || "no label") + ", " + p[PART], "");
    if (p[PREDICTED]) line("predicted " + p[PREDICTED], p[PREDICTED] === p[LABEL] ? "muted" : "map-wrong");
    tip.hidden = false;
    const left = Math.min(canvas.clientWidth - tip.offsetWidth - 4, Math.max(4, px(p) + 14));
    const top = py(p) + 14 + tip.offsetHeight > canvas.clientHeight ? py(p) - 14 - tip.offsetHeight : py(p) + 14;
    tip.style.left = left + "px";
    tip.style.top = Math.max(4, top) + "px";
  }

  canvas.addEventListener("pointermove", event => {
    if (drag) {
      center = [drag.center[0] - (event.offsetX - drag.x) / (scale * zoom), drag.center[1] + (event.offsetY - drag.y) / (scale * zoom)];
      show(-1);
      draw();
      return;
    }
    const index = nearest(event.offsetX, event.offsetY);
    if (index !== pointed) {
      pointed = index;
      draw();
      show(index);
    }
  });
  canvas.addEventListener("pointerdown", event => {
    drag = {x: event.offsetX, y: event.offsetY, center: center.slice()};
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointerup", () => { drag = null; });
  canvas.addEventListener("pointerleave", () => { pointed = -1; show(-1); draw(); });
  canvas.addEventListener("wheel", event => {
    event.preventDefault();
    const before = [(event.offsetX - canvas.clientWidth / 2) / (scale * zoom), (canvas.clientHeight / 2 - event.offsetY) / (scale * zoom)];
    const next = Math.max(1, Math.min(40, zoom * Math.exp(-event.deltaY / 400)));
    center = [center[0] + before[0] * (1 - zoom / next), center[1] + before[1] * (1 - zoom / next)];
    zoom = next;
    if (zoom === 1) center = middle.slice();
    show(-1);
    draw();
  }, {passive: false});
  canvas.addEventListener("dblclick", () => { zoom = 1; center = middle.slice(); draw(); });
  document.querySelectorAll("input[name=coloring]").forEach(input => input.addEventListener("change", () => {
    coloring = names.indexOf(input.value);
    hidden = new Set();
    drawLegend();
    draw();
  }));
  find.addEventListener("input", draw);
  window.addEventListener("resize", draw);
  drawLegend();
  draw();
})();
